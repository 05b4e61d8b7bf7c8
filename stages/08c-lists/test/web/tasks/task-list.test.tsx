// @vitest-environment jsdom
import '../dom.ts';
import assert from 'node:assert/strict';
import { render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, test, vi } from 'vitest';
import type { Task } from '../../../src/tasks/schema.ts';
import { type FormState, START } from '../../../web/forms/form-state.ts';

// The action runs on the server; here it is known what was sent to it, and it answers when the test says so.
const changeTask = vi.fn<(state: FormState, form: FormData) => Promise<FormState>>();
vi.mock('../../../web/tasks/actions.ts', () => ({ changeTask }));
const { TaskList } = await import('../../../web/tasks/task-list.tsx');

const now = '2026-01-15T12:00:00.000Z';
const [milk, ana] = ['Buy milk', 'Call Ana'].map(
  (title, index): Task => ({
    ...{ id: index + 1, title, status: 'todo', notes: '', leadId: null },
    ...{ createdAt: now, updatedAt: now, completedAt: null },
  }),
);
assert(milk && ana);

const answers = () => Promise.withResolvers<FormState>();
const button = (name: string) => screen.getByRole('button', { name });

beforeEach(() => {
  changeTask.mockReset();
});

test('a task is done at once, and open again with the reason when the tracker refuses', async () => {
  const { promise, resolve } = answers();
  changeTask.mockReturnValue(promise);
  render(<TaskList tasks={[milk, ana]} />);

  await userEvent.click(button('Done: Buy milk'));
  await screen.findByRole('button', { name: 'Reopen: Buy milk' });
  assert.equal(changeTask.mock.lastCall?.[1].get('done'), '1');
  resolve({ ...START, message: 'The tracker does not answer.' });

  await screen.findByRole('button', { name: 'Done: Buy milk' });
  assert.equal(screen.getByRole('alert').textContent, 'The tracker does not answer.');
});

test('deleting asks first, with the focus on Cancel, which sends nothing', async () => {
  render(<TaskList tasks={[milk]} />);

  await userEvent.click(button('Delete: Buy milk'));
  const question = screen.getByRole('alertdialog', { name: 'Delete “Buy milk”?' });
  assert.ok(document.activeElement === within(question).getByRole('button', { name: 'Cancel' }));
  await userEvent.keyboard('{Enter}');

  await waitFor(() => assert.ok(!screen.queryByRole('alertdialog')));
  assert.equal(changeTask.mock.calls.length, 0);
});

test('a task whose deletion was confirmed is gone at once, and hands the focus to the next', async () => {
  const { promise, resolve } = answers();
  changeTask.mockReturnValue(promise);
  const { rerender } = render(<TaskList tasks={[milk, ana]} />);

  await userEvent.click(button('Delete: Buy milk'));
  await userEvent.click(button('Delete'));

  await waitFor(() => assert.ok(!screen.queryByText('Buy milk')));
  assert.equal(changeTask.mock.lastCall?.[1].get('delete'), '1');
  assert.ok(document.activeElement === screen.getByText('Call Ana').closest('li'));
  rerender(<TaskList tasks={[ana]} />);
  resolve({ ...START, saved: true }); // React waits for every action that is under way, in the next test as well.
});

test('the lead that a task is for stands beside it', () => {
  render(<TaskList tasks={[{ ...ana, leadId: 7 }]} leads={{ 7: 'Ana Pop' }} />);

  assert.match(screen.getByRole('listitem').textContent ?? '', /Ana Pop/);
});

test('of two changes in a row the refusal of the first is still told when the second went well', async () => {
  const [first, second] = [answers(), answers()];
  changeTask.mockReturnValueOnce(first.promise).mockReturnValueOnce(second.promise);
  render(<TaskList tasks={[milk, ana]} />);
  await userEvent.click(button('Done: Buy milk'));
  await userEvent.click(button('Done: Call Ana'));

  first.resolve({ ...START, message: 'There is no task 1.' });
  second.resolve({ ...START, saved: true });

  assert.equal((await screen.findByRole('alert')).textContent, 'There is no task 1.');
});
