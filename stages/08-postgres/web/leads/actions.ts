'use server';

import { redirect } from 'next/navigation';
import { STAGES } from '../../src/leads/lead.ts';
import { Lead } from '../../src/leads/schema.ts';
import { answer, drawAgain, returnWithoutScripts } from '../answer.ts';
import { Nothing, send } from '../api.ts';
import { type FormState, readText, readValues } from '../form-state.ts';

export async function addLead(_state: FormState, form: FormData): Promise<FormState> {
  return returnWithoutScripts(await answer(form, () => send(Lead, 'POST', '/leads', readPerson(form))));
}

// As with tasks: the button that was pressed says which step to take, or to delete, and with which lead.
export async function changeLead(_state: FormState, form: FormData): Promise<FormState> {
  const values = readValues(form);
  return returnWithoutScripts(
    await answer(form, async () => {
      const stage = STAGES.find((stage) => stage in values);
      if (stage) await send(Lead, 'PATCH', `/leads/${toId(values[stage])}`, { stage });
      else await send(Nothing, 'DELETE', `/leads/${toId(values.delete)}`);
    }),
  );
}

export async function editLead(_state: FormState, form: FormData): Promise<FormState> {
  return drawAgain(
    await answer(form, () =>
      send(Lead, 'PATCH', `/leads/${toId(readText(form, 'id'))}`, {
        ...readPerson(form),
        notes: readText(form, 'notes'),
      }),
    ),
  );
}

export async function deleteLead(_state: FormState, form: FormData): Promise<FormState> {
  const state = await answer(form, () => send(Nothing, 'DELETE', `/leads/${toId(readText(form, 'id'))}`));
  return state.saved ? redirect('/leads') : state;
}

function readPerson(form: FormData) {
  return {
    name: readText(form, 'name'),
    email: readText(form, 'email') || null,
    company: readText(form, 'company') || null,
  };
}

function toId(value: string | undefined) {
  return encodeURIComponent(value ?? '');
}
