'use client';

import { useOptimistic } from 'react';
import type { Task } from '../../src/tasks/schema.ts';
import { STATUSES } from '../../src/tasks/task.ts';
import { useAction } from '../forms/use-action.ts';
import { useKeptFocus } from '../ui/use-kept-focus.ts';
import { changeTask } from './actions.ts';

// The tasks as they will be once the tracker has done what was asked; what it refuses is undone by itself.
export function useTaskChanges(tasks: readonly Task[]) {
  const [shown, show] = useOptimistic(tasks, applyChange);
  const { state, form } = useAction(changeTask, { show });
  const { ref, ...focus } = useKeptFocus<HTMLFormElement>();
  return { shown, message: state.message, session: state.session, form: { ...form, ...focus, ref } };
}

function applyChange(tasks: readonly Task[], form: FormData): readonly Task[] {
  const removed = form.get('delete');
  if (removed !== null) return tasks.filter(({ id }) => String(id) !== removed);
  const status = STATUSES.find((status) => form.has(status));
  if (!status) return tasks;
  return tasks.map((task) => (String(task.id) === form.get(status) ? { ...task, status } : task));
}
