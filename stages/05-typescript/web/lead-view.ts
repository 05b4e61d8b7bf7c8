import { STEPS, type Stage } from '../src/leads/lead.ts';
import type { Lead, LeadChanges, NewLeadBody } from '../src/leads/schema.ts';
import { createCheck, isNumber, isOneOf, isString, orNull, parseList } from './api.ts';
import type { Action, Description, Typed, View } from './view.ts';

const STAGE_NAMES: Record<Stage, string> = {
  new: 'New',
  contacted: 'Contacted',
  qualified: 'Qualified',
  won: 'Won',
  lost: 'Lost',
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
  stage: isOneOf(STAGE_NAMES),
  notes: isString,
  createdAt: isString,
  updatedAt: isString,
});

export function toLead(typed: Typed<NewLeadBody>): NewLeadBody {
  return { name: typed('name'), email: typed('email') || null, company: typed('company') || null };
}

function describeLead({ name, email, company, stage }: Lead): Description {
  return {
    title: name,
    badge: STAGE_NAMES[stage],
    kind: stage,
    more: [company, email],
    actions: [
      ...STEPS[stage].map((step) => change(STAGE_NAMES[step], { stage: step })),
      { look: 'bin', label: 'Delete', method: 'DELETE', question: 'Delete this lead? Its tasks stay.' },
    ],
  };
}

function change(label: string, changes: LeadChanges): Action {
  return { look: 'step', label, changes };
}
