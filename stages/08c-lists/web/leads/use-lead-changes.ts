'use client';

import { useOptimistic } from 'react';
import { STAGES } from '../../src/leads/lead.ts';
import type { Lead } from '../../src/leads/schema.ts';
import { useAction } from '../forms/use-action.ts';
import { useKeptFocus } from '../ui/use-kept-focus.ts';
import { changeLead } from './actions.ts';

// The leads as they will be once the tracker has done what was asked; what it refuses is undone by itself.
export function useLeadChanges(leads: readonly Lead[]) {
  const [shown, show] = useOptimistic(leads, applyChange);
  const { state, form } = useAction(changeLead, { show });
  const { ref, ...focus } = useKeptFocus<HTMLFormElement>();
  return { shown, message: state.message, session: state.session, form: { ...form, ...focus, ref } };
}

function applyChange(leads: readonly Lead[], form: FormData): readonly Lead[] {
  const removed = form.get('delete');
  if (removed !== null) return leads.filter(({ id }) => String(id) !== removed);
  const stage = STAGES.find((stage) => form.has(stage));
  if (!stage) return leads;
  return leads.map((lead) => (String(lead.id) === form.get(stage) ? { ...lead, stage } : lead));
}
