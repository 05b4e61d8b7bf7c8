'use server';

import { redirect } from 'next/navigation';
import { Task } from '../../src/tasks/schema.ts';
import { STATUSES } from '../../src/tasks/task.ts';
import { toItemPath, toListPath } from '../address.ts';
import { Nothing, request } from '../api/request.ts';
import { answer, drawAgain, leave, returnWithoutScripts } from '../forms/answer.ts';
import { readChanges } from '../forms/changes.tsx';
import { type FormState, readText, readValues } from '../forms/form-state.ts';
import { findLeadId } from '../leads/find-lead.ts';

// Whatever arrives here is what a browser, or anybody else, chose to send: the tracker checks it again.

export async function addTask(before: FormState, form: FormData): Promise<FormState> {
  const leadId = readText(form, 'leadId');
  let added = '';
  const state = await answer(before, form, async () => {
    const task = { title: readText(form, 'title'), leadId: leadId ? Number(leadId) : null };
    added = `task-${(await request(Task, 'POST', '/tasks', task)).id}`;
  });
  return returnWithoutScripts({ ...state, added });
}

// A list is one form: the button that was pressed says what to do, and with which task.
export async function changeTask(before: FormState, form: FormData): Promise<FormState> {
  const values = readValues(form);
  const toPath = (id = '') => toItemPath('tasks', id, values.userId);
  if (values.ask) redirect(`${toPath(values.ask)}/delete`);
  return returnWithoutScripts(
    await answer(before, form, async () => {
      const status = STATUSES.find((status) => status in values);
      if (status) await request(Task, 'PATCH', toPath(values[status]), { status });
      else await request(Nothing, 'DELETE', toPath(values.delete));
    }),
  );
}

export async function editTask(before: FormState, form: FormData): Promise<FormState> {
  const userId = readText(form, 'userId');
  const path = toItemPath('tasks', readText(form, 'id'), userId);
  return drawAgain(
    await answer(before, form, async () => {
      const { lead, ...changes } = readChanges(form);
      const body = lead === undefined ? changes : { ...changes, leadId: await findLeadId(lead, userId) };
      if (Object.keys(body).length > 0) await request(Task, 'PATCH', path, body);
    }),
  );
}

export async function deleteTask(before: FormState, form: FormData): Promise<FormState> {
  const { ask, delete: id = '', userId } = readValues(form);
  if (ask) redirect(`${toItemPath('tasks', ask, userId)}/delete`);
  const path = toItemPath('tasks', id, userId);
  return leave(
    await answer(before, form, () => request(Nothing, 'DELETE', path)),
    toListPath('tasks', userId),
  );
}
