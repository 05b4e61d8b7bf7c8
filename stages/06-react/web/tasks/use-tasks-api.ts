import { useMemo } from 'react';
import { z } from 'zod';
import { Task } from '../../src/tasks/schema.ts';
import type { Status } from '../../src/tasks/task.ts';
import { Nothing, request } from '../api/request.ts';
import { addDraft, type Source, useOptimisticList } from '../api/use-optimistic-list.ts';

type Change =
  | { type: 'add'; title: string }
  | { type: 'setStatus'; id: number; status: Status }
  | { type: 'remove'; id: number };

export function useTasksApi() {
  const { items, act, ...rest } = useOptimisticList(SOURCE);

  // Made once, so that a row whose task has not changed need not be drawn again.
  const actions = useMemo(
    () => ({
      add: (title: string) => act({ type: 'add', title }),
      setStatus: ({ id, title }: Task, status: Status) => act({ type: 'setStatus', id, status }, title),
      remove: ({ id, title }: Task) => act({ type: 'remove', id }, title),
    }),
    [act],
  );

  return { tasks: items, ...rest, ...actions };
}

const SOURCE: Source<Task, Change> = {
  read: () => request(z.array(Task), 'GET', '/tasks'),

  async store(tasks, change) {
    switch (change.type) {
      case 'add':
        return [...tasks, await request(Task, 'POST', '/tasks', { title: change.title })];
      case 'setStatus': {
        const task = await request(Task, 'PATCH', `/tasks/${change.id}`, { status: change.status });
        return tasks.map((old) => (old.id === task.id ? task : old));
      }
      case 'remove':
        await request(Nothing, 'DELETE', `/tasks/${change.id}`);
        return tasks.filter(({ id }) => id !== change.id);
    }
  },

  show(shown, change) {
    switch (change.type) {
      case 'add':
        return addDraft(shown, change.title);
      case 'setStatus': {
        const { id, status } = change;
        return { ...shown, items: shown.items.map((task) => (task.id === id ? { ...task, status } : task)) };
      }
      case 'remove':
        return { ...shown, items: shown.items.filter(({ id }) => id !== change.id) };
    }
  },
};
