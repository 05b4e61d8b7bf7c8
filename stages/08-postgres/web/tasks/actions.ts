'use server';

import { redirect } from 'next/navigation';
import { Task } from '../../src/tasks/schema.ts';
import { STATUSES } from '../../src/tasks/task.ts';
import { answer, drawAgain, returnWithoutScripts } from '../answer.ts';
import { Nothing, send } from '../api.ts';
import { type FormState, readText, readValues } from '../form-state.ts';

// Whatever arrives here is what a browser, or anybody else, chose to send: the tracker checks it again.

export async function addTask(_state: FormState, form: FormData): Promise<FormState> {
  return returnWithoutScripts(
    await answer(form, () =>
      send(Task, 'POST', '/tasks', { title: readText(form, 'title'), leadId: readLeadId(form) }),
    ),
  );
}

// A list is one form: the button that was pressed says what to do, and with which task.
export async function changeTask(_state: FormState, form: FormData): Promise<FormState> {
  const values = readValues(form);
  return returnWithoutScripts(
    await answer(form, async () => {
      const status = STATUSES.find((status) => status in values);
      if (status) await send(Task, 'PATCH', `/tasks/${toId(values[status])}`, { status });
      else await send(Nothing, 'DELETE', `/tasks/${toId(values.delete)}`);
    }),
  );
}

export async function editTask(_state: FormState, form: FormData): Promise<FormState> {
  return drawAgain(
    await answer(form, () =>
      send(Task, 'PATCH', `/tasks/${toId(readText(form, 'id'))}`, {
        title: readText(form, 'title'),
        notes: readText(form, 'notes'),
        status: readText(form, 'status'),
        leadId: readLeadId(form),
      }),
    ),
  );
}

export async function deleteTask(_state: FormState, form: FormData): Promise<FormState> {
  const state = await answer(form, () => send(Nothing, 'DELETE', `/tasks/${toId(readText(form, 'id'))}`));
  return state.saved ? redirect('/tasks') : state;
}

function readLeadId(form: FormData): number | null {
  const text = readText(form, 'leadId');
  return text ? Number(text) : null;
}

function toId(value: string | undefined) {
  return encodeURIComponent(value ?? '');
}
