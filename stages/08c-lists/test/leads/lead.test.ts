import assert from 'node:assert/strict';
import { test } from 'vitest';
import { createLead, moveLead, STAGES, updateLead } from '../../src/leads/lead.ts';
import type { Lead } from '../../src/leads/schema.ts';

const MONDAY = '2026-01-05T09:00:00.000Z';
const TUESDAY = '2026-01-06T09:00:00.000Z';

const lead: Lead = {
  id: 1,
  ...createLead({ name: 'Ana Pop', email: null, company: null, notes: '' }, MONDAY),
};

const ALLOWED = [
  'new → contacted',
  'new → lost',
  'contacted → qualified',
  'contacted → lost',
  'qualified → won',
  'qualified → lost',
  'lost → new',
];

for (const from of STAGES) {
  for (const to of STAGES.filter((stage) => stage !== from)) {
    const step = `${from} → ${to}`;
    const allowed = ALLOWED.includes(step);

    test(`the step ${step} is ${allowed ? 'taken' : 'refused'}`, () => {
      const move = () => moveLead({ ...lead, stage: from }, to, TUESDAY);

      if (allowed) assert.deepEqual(move(), { ...lead, stage: to, updatedAt: TUESDAY });
      else assert.throws(move, { code: 'invalid-transition' });
    });
  }
}

test('moving a lead to the stage it is in changes nothing', () => {
  assert.deepEqual(moveLead(lead, 'new', TUESDAY), lead);
});

test('a refused step says which ones are open', () => {
  assert.throws(() => moveLead(lead, 'won', TUESDAY), { message: 'A new lead can move to: contacted, lost' });
});

test('an update changes the fields it names and moves the lead when it names a stage', () => {
  const updated = updateLead(lead, { company: 'Acme', stage: 'contacted' }, TUESDAY);

  assert.deepEqual(updated, { ...lead, company: 'Acme', stage: 'contacted', updatedAt: TUESDAY });
});

test('an update with a step that is not allowed changes no field either', () => {
  assert.throws(() => updateLead(lead, { company: 'Acme', stage: 'won' }, TUESDAY), {
    code: 'invalid-transition',
  });
});
