'use server';

import { redirect } from 'next/navigation';
import { STAGES } from '../../src/leads/lead.ts';
import { Lead } from '../../src/leads/schema.ts';
import { toItemPath, toListPath } from '../address.ts';
import { Nothing, request } from '../api/request.ts';
import { answer, drawAgain, leave, returnWithoutScripts } from '../forms/answer.ts';
import { readChanges } from '../forms/changes.tsx';
import { type FormState, readText, readValues } from '../forms/form-state.ts';

export async function addLead(before: FormState, form: FormData): Promise<FormState> {
  let added = '';
  const state = await answer(before, form, async () => {
    const person = orNull({
      name: readText(form, 'name'),
      email: readText(form, 'email'),
      company: readText(form, 'company'),
    });
    added = `lead-${(await request(Lead, 'POST', '/leads', person)).id}`;
  });
  return returnWithoutScripts({ ...state, added });
}

// As with tasks: the button that was pressed says which step to take, or to delete, and with which lead.
export async function changeLead(before: FormState, form: FormData): Promise<FormState> {
  const values = readValues(form);
  const toPath = (id = '') => toItemPath('leads', id, values.userId);
  if (values.ask) redirect(`${toPath(values.ask)}/delete`);
  return returnWithoutScripts(
    await answer(before, form, async () => {
      const stage = STAGES.find((stage) => stage in values);
      if (stage) await request(Lead, 'PATCH', toPath(values[stage]), { stage });
      else await request(Nothing, 'DELETE', toPath(values.delete));
    }),
  );
}

export async function editLead(before: FormState, form: FormData): Promise<FormState> {
  const path = toItemPath('leads', readText(form, 'id'), readText(form, 'userId'));
  return drawAgain(
    await answer(before, form, async () => {
      const body = orNull(readChanges(form));
      if (Object.keys(body).length > 0) await request(Lead, 'PATCH', path, body);
    }),
  );
}

export async function deleteLead(before: FormState, form: FormData): Promise<FormState> {
  const { ask, delete: id = '', userId } = readValues(form);
  if (ask) redirect(`${toItemPath('leads', ask, userId)}/delete`);
  const path = toItemPath('leads', id, userId);
  return leave(
    await answer(before, form, () => request(Nothing, 'DELETE', path)),
    toListPath('leads', userId),
  );
}

// An address or a company that was left out is none.
function orNull(fields: Record<string, string>): Record<string, string | null> {
  const { email, company, ...others } = fields;
  return {
    ...others,
    ...(email !== undefined && { email: email || null }),
    ...(company !== undefined && { company: company || null }),
  };
}
