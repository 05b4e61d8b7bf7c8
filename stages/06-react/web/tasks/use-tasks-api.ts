import type { Task } from '../../src/tasks/schema.ts';
import { changeStatus, createTask, type Status } from '../../src/tasks/task.ts';
import { createCheck, isNumber, isOneOf, isString, orNull, parse, parseList, send } from '../api.ts';
import { createDraftId, drop, edit, keep, put } from '../optimistic.ts';
import { type Access, useItems } from '../use-items.ts';
import { STATUSES } from './statuses.ts';

const isTask = createCheck<Task>({
  id: isNumber,
  title: isString,
  status: isOneOf(STATUSES),
  notes: isString,
  leadId: orNull(isNumber),
  createdAt: isString,
  updatedAt: isString,
  completedAt: orNull(isString),
});

export function useTasksApi() {
  return useItems(async () => parseList(await send('GET', '/tasks'), isTask), createTasksApi);
}

function createTasksApi({ attempt }: Access<Task>) {
  return {
    // A title of nothing but blanks is left to the tracker to refuse: it would show as an empty row.
    add(title: string) {
      const draft = createTask({ title: title.trim(), notes: '', leadId: null }, now());
      const shown = draft.title ? put({ id: createDraftId(), ...draft }) : keep<Task>;
      return attempt({
        turn: 'add',
        shown,
        send: async () => put(parse(await send('POST', '/tasks', { title }), isTask)),
      });
    },

    change({ id, title }: Task, status: Status) {
      const at = now();
      return attempt({
        turn: id,
        of: title,
        shown: edit(id, (task) => changeStatus(task, status, at)),
        send: async () => put(parse(await send('PATCH', `/tasks/${id}`, { status }), isTask)),
      });
    },

    remove({ id, title }: Task) {
      return attempt({
        turn: id,
        of: title,
        shown: drop(id),
        async send() {
          await send('DELETE', `/tasks/${id}`);
          return drop(id);
        },
      });
    },
  };
}

function now(): string {
  return new Date().toISOString();
}
