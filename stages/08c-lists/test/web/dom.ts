import { cleanup, configure } from '@testing-library/react';
import { afterEach, vi } from 'vitest';

// A busy machine is slow, not wrong.
configure({ asyncUtilTimeout: 5_000 });
afterEach(cleanup);

// jsdom has no top layer and no layout: a modal dialog is open there, and gives the focus back, but covers nothing.
HTMLDialogElement.prototype.showModal = function () {
  const { activeElement } = document;
  this.open = true;
  this.addEventListener('close', () => activeElement instanceof HTMLElement && activeElement.focus());
};
HTMLDialogElement.prototype.close = function () {
  this.open = false;
  this.dispatchEvent(new Event('close'));
};
Element.prototype.scrollIntoView = vi.fn();
