import type { Lead, LeadChanges, NewLeadBody } from '../src/leads/schema.ts';
import { createCheck, isNumber, isOneOf, isString, orNull, parseList } from './api.ts';
import type { Action, Description, Typed, View } from './view.ts';

type Stage = Lead['stage'];

const STAGES: Record<Stage, string> = {
  new: 'New',
  contacted: 'Contacted',
  qualified: 'Qualified',
  won: 'Won',
  lost: 'Lost',
};
const STEPS: Record<Stage, Stage[]> = {
  new: ['contacted', 'lost'],
  contacted: ['qualified', 'lost'],
  qualified: ['won', 'lost'],
  won: [],
  lost: ['new'],
};

export const leads: View<Lead> = {
  name: 'leads',
  path: () => '/leads',
  parse: (answer) => parseList(answer, isLead),
  describe: describeLead,
  empty: () => 'No leads yet. Who might become a customer? Add them above.',
};

const isLead = createCheck<Lead>({
  id: isNumber,
  name: isString,
  email: orNull(isString),
  company: orNull(isString),
  stage: isOneOf(STAGES),
  notes: isString,
  createdAt: isString,
  updatedAt: isString,
});

export function readLead(typed: Typed<NewLeadBody>): NewLeadBody {
  return { name: typed('name'), email: typed('email') || null, company: typed('company') || null };
}

function describeLead({ name, email, company, stage }: Lead): Description {
  return {
    title: name,
    badge: STAGES[stage],
    kind: stage,
    more: [company, email].filter(Boolean).join(' · '),
    actions: [
      ...STEPS[stage].map((step) => change(STAGES[step], { stage: step })),
      { label: 'Delete', method: 'DELETE' },
    ],
  };
}

function change(label: string, changes: LeadChanges): Action {
  return { label, changes };
}
