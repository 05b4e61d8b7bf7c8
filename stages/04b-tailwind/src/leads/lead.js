import { AppError } from '../errors.js';

export const STAGES = ['new', 'contacted', 'qualified', 'won', 'lost'];

// A lead moves forward one step at a time; only an open lead can be lost, and only a lost one reopened.
export const STEPS = {
  new: ['contacted', 'lost'],
  contacted: ['qualified', 'lost'],
  qualified: ['won', 'lost'],
  won: [],
  lost: ['new'],
};

export function createLead(values, now) {
  return { ...values, stage: 'new', createdAt: now, updatedAt: now };
}

export function moveLead(lead, stage, now) {
  if (stage === lead.stage) return lead;
  const allowed = STEPS[lead.stage];
  if (!allowed.includes(stage)) {
    throw new AppError(
      'invalid-transition',
      `A ${lead.stage} lead can move to: ${allowed.join(', ') || 'nothing'}`,
    );
  }
  return { ...lead, stage, updatedAt: now };
}

export function updateLead(lead, { stage = lead.stage, ...fields }, now) {
  const moved = moveLead(lead, stage, now);
  return Object.keys(fields).length === 0 ? moved : { ...moved, ...fields, updatedAt: now };
}
