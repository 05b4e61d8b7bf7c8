// @vitest-environment jsdom
import '../dom.ts';
import assert from 'node:assert/strict';
import { render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, test, vi } from 'vitest';
import { type FormState, START } from '../../../web/forms/form-state.ts';

const addTask = vi.fn<(state: FormState, form: FormData) => Promise<FormState>>();
vi.mock('../../../web/tasks/actions.ts', () => ({ addTask }));
const router = { push: vi.fn() };
vi.mock('next/navigation', () => ({
  unstable_rethrow() {},
  usePathname: () => '/tasks',
  useRouter: () => router,
}));
const { TaskForm } = await import('../../../web/tasks/task-form.tsx');

const box = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'New task' });
const refusal = { ...START, message: 'The title is too long.', fields: ['title'] };

beforeEach(() => {
  addTask.mockReset();
});

test('the box is empty at once, ready for the next task, and keeps the focus', async () => {
  addTask.mockResolvedValue({ ...START, saved: true });
  render(<TaskForm leadId={7} />);

  await userEvent.type(box(), 'Buy milk{Enter}');

  assert.equal(box().value, '');
  assert.ok(document.activeElement === box());
  const sent = addTask.mock.lastCall?.[1];
  assert.deepEqual([sent?.get('title'), sent?.get('leadId')], ['Buy milk', '7']);
});

test('what was refused stands in the box again, marked, with the reason', async () => {
  addTask.mockResolvedValue(refusal);
  render(<TaskForm />);

  await userEvent.type(box(), 'Buy milk{Enter}');

  assert.equal((await screen.findByRole('alert')).textContent, refusal.message);
  assert.equal(box().value, 'Buy milk');
  assert.equal(box().getAttribute('aria-invalid'), 'true');
});

test('a refusal that comes late does not overwrite what is typed by then: it says what was not added', async () => {
  const { promise, resolve } = Promise.withResolvers<FormState>();
  addTask.mockReturnValue(promise);
  render(<TaskForm />);
  await userEvent.type(box(), 'Buy milk{Enter}');
  await userEvent.type(box(), 'Call Ana');

  resolve({ ...refusal, values: { title: 'Buy milk' } });

  await waitFor(() => assert.match(screen.getByRole('alert').textContent ?? '', /Buy milk/));
  assert.equal(box().value, 'Call Ana');
});

test('an action that never reached the server says so, and nothing typed is lost', async () => {
  addTask.mockRejectedValue(new TypeError('fetch failed'));
  render(<TaskForm />);

  await userEvent.type(box(), 'Buy milk{Enter}');

  assert.match((await screen.findByRole('alert')).textContent ?? '', /does not answer/);
  assert.equal(box().value, 'Buy milk');
});

test('what was added is brought into view, and where it is not shown, the whole list is opened', async () => {
  const scroll = vi.spyOn(Element.prototype, 'scrollIntoView');
  addTask.mockResolvedValueOnce({ ...START, saved: true, added: 'task-1' });
  addTask.mockResolvedValueOnce({ ...START, saved: true, added: 'task-2' });
  render(
    <>
      <TaskForm />
      <p id="task-1">Buy milk</p>
    </>,
  );

  await userEvent.type(box(), 'Buy milk{Enter}');
  await waitFor(() => assert.ok(scroll.mock.contexts[0] === screen.getByText('Buy milk')));
  assert.equal(router.push.mock.calls.length, 0);

  await userEvent.type(box(), 'Call Ana{Enter}');
  await waitFor(() => assert.deepEqual(router.push.mock.calls, [['/tasks#task-2']]));
});
