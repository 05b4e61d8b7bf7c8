// @vitest-environment jsdom
import assert from 'node:assert/strict';
import { screen, waitFor, within } from '@testing-library/react';
import { test } from 'vitest';
import { openPage } from '../open-page.tsx';

const box = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'New task' });
const button = (name: string) => screen.getByRole('button', { name });
const rows = () => within(screen.getByRole('list', { name: 'Tasks' })).queryAllByRole('listitem');
const alert = () => screen.findByRole('alert');

test('a task that is done says so, can be reopened, and its button keeps the focus', async () => {
  const { tracker, user } = await openPage({ tasks: ['Buy milk'] });
  button('Done: Buy milk').focus();

  await user.keyboard('{Enter}');

  assert.match(rows()[0]?.textContent ?? '', /^Buy milk Done/);
  assert.equal(document.activeElement, button('Reopen: Buy milk'));
  await waitFor(async () => assert.equal((await tracker.tasks.get(1)).status, 'done'));
});

test('a change that nobody answers is shown, then taken back with a message that names the task', async () => {
  const { line, user } = await openPage({ tasks: ['Buy milk'] });
  line.hold();
  line.cut();
  await user.click(button('Done: Buy milk'));
  assert.ok(button('Reopen: Buy milk'));

  line.resume();

  assert.match(
    (await alert()).textContent ?? '',
    /^“Buy milk” stays as it was\. The tracker does not answer/,
  );
  assert.ok(button('Done: Buy milk'));
});

test('of two changes the one that is refused is taken back, and the one that still waits stays', async () => {
  const { tracker, line, user } = await openPage({ tasks: ['Buy milk', 'Call Ana'] });
  await tracker.send('DELETE', '/tasks/1');
  line.hold('PATCH /tasks/2');
  await user.click(button('Done: Call Ana'));

  await user.click(button('Done: Buy milk'));

  assert.match((await alert()).textContent ?? '', /Buy milk/);
  assert.ok(button('Done: Buy milk'));
  assert.ok(button('Reopen: Call Ana'));
});

test('quick changes of one task are sent one after the other, and the last one stands', async () => {
  const { tracker, line, user } = await openPage({ tasks: ['Buy milk'] });
  line.hold();
  await user.click(button('Done: Buy milk'));
  await user.click(button('Reopen: Buy milk'));
  await user.click(button('Done: Buy milk'));
  const first = line.sent.filter((request) => request.startsWith('PATCH'));

  line.resume();

  assert.deepEqual(first, ['PATCH /tasks/1 {"status":"done"}']);
  await waitFor(() => assert.equal(line.sent.filter((request) => request.startsWith('PATCH')).length, 3));
  await waitFor(async () => assert.equal((await tracker.tasks.get(1)).status, 'done'));
  assert.ok(button('Reopen: Buy milk'));
});

test('a deleted task hands the focus to the next one, and the last one to the box', async () => {
  const { user } = await openPage({ tasks: ['Buy milk', 'Call Ana'] });

  await user.click(button('Delete: Buy milk'));
  assert.equal(document.activeElement, screen.getByText('Call Ana').closest('li'));
  await user.click(button('Delete: Call Ana'));

  assert.equal(document.activeElement, box());
  assert.match(screen.getByRole('status').textContent ?? '', /No tasks yet/);
});

test('the filter is read from the address and written into it, and the way back leads through it', async () => {
  const { user } = await openPage({ hash: '#tasks?status=done' });
  const filter = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Status' });
  assert.equal(filter.value, 'done');
  assert.ok(await screen.findByText('No task has this status.'));

  await user.selectOptions(filter, 'To do');
  assert.equal(location.hash, '#tasks?status=todo');
  history.back();

  await waitFor(() => assert.equal(filter.value, 'done'));
});

test('one change in a long list leaves every other row alone', async () => {
  const { user } = await openPage({ tasks: Array.from({ length: 20 }, (_, index) => `Task ${index + 1}.`) });
  const touched = new Set<Node | null>();
  const observer = new MutationObserver((records) => {
    for (const { target } of records)
      touched.add((target instanceof Element ? target : target.parentElement)?.closest('li') ?? null);
  });
  observer.observe(screen.getByRole('list'), {
    subtree: true,
    childList: true,
    attributes: true,
    characterData: true,
  });

  await user.click(button('Done: Task 9.'));

  await waitFor(() => assert.deepEqual([...touched], [screen.getByText('Task 9.').closest('li')]));
});
