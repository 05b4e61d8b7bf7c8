// @vitest-environment jsdom
import assert from 'node:assert/strict';
import { screen, waitFor, within } from '@testing-library/react';
import { test } from 'vitest';
import { openPage } from '../open-page.tsx';

const box = () => screen.getByRole('textbox', { name: 'New task' });
const button = (name: string) => screen.getByRole('button', { name });
const rows = () => within(screen.getByRole('list', { name: 'Tasks' })).getAllByRole('listitem');
const alert = () => screen.findByRole('alert');

test('a task that is done says so, can be reopened, and its button keeps the focus', async () => {
  const { tracker, user } = await openPage({ tasks: ['Buy milk'] });
  button('Done: Buy milk').focus();

  await user.keyboard('{Enter}');

  assert.match(rows()[0]?.textContent ?? '', /^Buy milk Done/);
  assert.ok(document.activeElement === button('Reopen: Buy milk'));
  await waitFor(async () => assert.equal((await tracker.tasks.get(1)).status, 'done'));
});

test('a change that nobody answers is shown, then taken back with a message that names the task', async () => {
  const { line, user } = await openPage({ tasks: ['Buy milk'] });
  line.hold();
  line.cut();
  await user.click(button('Done: Buy milk'));
  assert.ok(button('Reopen: Buy milk'));

  line.resume();

  assert.match((await alert()).textContent ?? '', /^“Buy milk”: The tracker does not answer/);
  await waitFor(() => assert.ok(button('Done: Buy milk')));
});

test('of quick changes the one that is refused is taken back, and the others stand', async () => {
  const { tracker, line, user } = await openPage({ tasks: ['Buy milk', 'Call Ana', 'Water plants'] });
  await tracker.send('DELETE', '/tasks/2');
  line.hold();
  for (const title of ['Buy milk', 'Call Ana', 'Water plants']) await user.click(button(`Done: ${title}`));
  assert.equal(screen.getAllByRole('button', { name: /^Reopen/ }).length, 3);

  line.resume();

  assert.match((await alert()).textContent ?? '', /^“Call Ana”: There is no task 2/);
  await waitFor(() => assert.ok(!screen.queryByRole('button', { name: 'Delete: Call Ana' })));
  assert.ok(button('Reopen: Buy milk'));
  assert.ok(button('Reopen: Water plants'));
  assert.equal((await tracker.tasks.get(3)).status, 'done');
});

test('quick changes of one task are sent one after the other, and the last one stands', async () => {
  const { tracker, line, user } = await openPage({ tasks: ['Buy milk'] });
  const changes = () => line.sent.filter((request) => request.startsWith('PATCH'));
  line.hold();
  await user.click(button('Done: Buy milk'));
  await user.click(button('Reopen: Buy milk'));
  await user.click(button('Done: Buy milk'));
  assert.deepEqual(changes(), ['PATCH /tasks/1 {"status":"done"}']);

  line.resume();

  await waitFor(() => assert.equal(changes().length, 3));
  await waitFor(async () => assert.equal((await tracker.tasks.get(1)).status, 'done'));
  assert.ok(button('Reopen: Buy milk'));
});

test('the board shows the same tasks in columns, a step moves a card, and Back leads to the list', async () => {
  const { user } = await openPage({ tasks: ['Buy milk', 'Call Ana'] });
  const column = (name: string) => screen.getByRole('list', { name });

  await user.click(screen.getByRole('link', { name: 'Board' }));
  assert.ok(await within(column('To do')).findByText('Call Ana'));
  await user.click(button('Doing: Call Ana'));

  assert.ok(!within(column('To do')).queryByText('Call Ana'));
  assert.ok(within(column('Doing')).getByText('Call Ana'));
  assert.ok(document.activeElement === screen.getByText('Call Ana').closest('li'));
  assert.equal(location.hash, '#tasks?view=board');
  history.back();
  await waitFor(() => assert.equal(rows().length, 2));
  assert.match(rows()[1]?.textContent ?? '', /^Call Ana Doing/);
});

test('the filter is read from the address and written into it, and the way back leads through it', async () => {
  const { user } = await openPage({ hash: '#tasks?status=done' });
  const filter = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Status' });
  assert.equal(filter.value, 'done');
  assert.ok(await screen.findByText('No task has this status.'));

  await user.selectOptions(filter, 'To do');
  assert.equal(location.hash, '#tasks?status=todo');
  await waitFor(() => assert.equal(filter.value, 'todo'));
  history.back();

  await waitFor(() => assert.equal(filter.value, 'done'));
});

test('a task that is added where the filter would hide it is brought into view', async () => {
  const { user } = await openPage({ hash: '#tasks?status=done' });

  await user.type(box(), 'Buy milk{Enter}');

  assert.ok(await screen.findByRole('button', { name: 'Done: Buy milk' }));
  assert.equal(location.hash, '#tasks');
});

test('one change in a long list leaves every other row alone', async () => {
  const { user } = await openPage({ tasks: Array.from({ length: 20 }, (_, index) => `Task ${index + 1}.`) });
  const touched = new Set<Node | null>();
  const observer = new MutationObserver((records) => {
    for (const { target } of records)
      touched.add((target instanceof Element ? target : target.parentElement)?.closest('li') ?? null);
  });
  observer.observe(screen.getByRole('list', { name: 'Tasks' }), {
    subtree: true,
    childList: true,
    attributes: true,
    characterData: true,
  });

  await user.click(button('Done: Task 9.'));

  await waitFor(() => assert.deepEqual([...touched], [screen.getByText('Task 9.').closest('li')]));
});
