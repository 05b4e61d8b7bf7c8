// @vitest-environment jsdom
import assert from 'node:assert/strict';
import { screen, waitFor } from '@testing-library/react';
import { test } from 'vitest';
import { openPage } from './open-page.tsx';

test('another view is opened at its heading, and what was typed in the first is there on the way back', async () => {
  const { user } = await openPage();
  await user.type(screen.getByRole('textbox', { name: 'New task' }), 'Buy mi');

  await user.click(screen.getByRole('link', { name: 'Leads' }));
  const leads = await screen.findByRole('heading', { level: 1, name: 'Leads' });
  await waitFor(() => assert.ok(document.activeElement === leads));
  assert.equal(document.title, 'Leads · Tracker');
  assert.ok(!screen.queryByRole('textbox', { name: 'New task' }));

  await user.click(screen.getByRole('link', { name: 'Tasks' }));
  const box = await screen.findByRole<HTMLInputElement>('textbox', { name: 'New task' });
  assert.equal(box.value, 'Buy mi');
});

test('a page that the browser kept whole shows what is when it comes back', async () => {
  const { tracker } = await openPage({ tasks: ['Buy milk', 'Call Ana'] });
  await tracker.send('DELETE', '/tasks/1');

  window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));

  await waitFor(() => assert.ok(!screen.queryByText('Buy milk')));
  assert.ok(screen.getByText('Call Ana'));
});

test('a view whose list cannot be read says so, and shows the list when it is asked again', async () => {
  const { line, user } = await openPage({ isCut: true });
  assert.match((await screen.findByRole('alert')).textContent ?? '', /does not answer/);
  line.mend();

  await user.click(await screen.findByRole('button', { name: 'Try again' }));

  await screen.findByText(/No tasks yet/);
  assert.ok(!screen.queryByRole('alert'));
});
