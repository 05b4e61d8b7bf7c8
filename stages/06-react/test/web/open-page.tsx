import { cleanup, configure, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { StrictMode } from 'react';
import { onTestFinished, vi } from 'vitest';
import { App } from '../../web/app.tsx';
import { startTracker } from '../tracker.ts';

// A busy machine is slow, not wrong.
configure({
  asyncUtilTimeout: 5_000,
  // A change waits for its answer while events go on; act(), which would surround each, takes that for an oversight.
  eventWrapper: (act) => act(),
});

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

interface Options {
  hash?: string;
  tasks?: string[];
  leads?: string[];
  isCut?: boolean;
}

// The whole page before a real tracker, with hands on the line between them.
export async function openPage({ hash = '', tasks = [], leads = [], isCut = false }: Options = {}) {
  const tracker = await startTracker();
  for (const title of tasks) await tracker.send('POST', '/tasks', { title });
  for (const name of leads) await tracker.send('POST', '/leads', { name });
  const line = createLine(tracker.base, isCut);
  vi.stubGlobal('fetch', line.fetch);
  history.replaceState(null, '', `/${hash}`);
  onTestFinished(() => {
    line.resume();
    cleanup();
    vi.unstubAllGlobals();
    tracker.stop();
  });

  render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
  for (const name of [...tasks, ...leads]) await screen.findByText(name);
  return { tracker, line, user: userEvent.setup() };
}

// Hold it, and what is asked waits until it is resumed; cut it, and nobody answers.
function createLine(base: string, isCut: boolean) {
  const { fetch } = globalThis;
  const { promise: resumed, resolve: resume } = Promise.withResolvers<void>();
  const sent: string[] = [];
  let held: string | undefined;

  return {
    sent,
    resume,
    hold(what = '') {
      held = what;
    },
    cut() {
      isCut = true;
    },
    mend() {
      isCut = false;
    },
    async fetch(path: string, { method = 'GET', headers, body }: RequestInit) {
      const request = [method, path, body].filter(Boolean).join(' ');
      sent.push(request);
      if (held !== undefined && request.includes(held)) await resumed;
      if (isCut) throw new TypeError('Failed to fetch');
      return fetch(base + path, { method, ...(headers && { headers }), ...(body && { body }) });
    },
  };
}
