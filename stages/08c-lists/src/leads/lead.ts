import { AppError } from '../errors.ts';
import type { Lead, LeadChanges, LeadPage, LeadQuery, NewLead } from './schema.ts';

export const STAGES = ['new', 'contacted', 'qualified', 'won', 'lost'] as const;
export type Stage = (typeof STAGES)[number];

// Whoever wants leads says whose: no query can forget it.
export interface LeadStores {
  of(ownerId: number): LeadStore;
}

export interface LeadStore {
  list(query?: LeadQuery): Promise<LeadPage>;
  get(id: number): Promise<Lead>;
  create(values: Omit<Lead, 'id'>): Promise<Lead>;
  update(id: number, change: (lead: Lead) => Lead): Promise<Lead>;
  remove(id: number): Promise<Lead>;
}

// A lead moves forward one step at a time; only an open lead can be lost, and only a lost one reopened.
export const STEPS: Record<Stage, readonly Stage[]> = {
  new: ['contacted', 'lost'],
  contacted: ['qualified', 'lost'],
  qualified: ['won', 'lost'],
  won: [],
  lost: ['new'],
};

export function createLead(values: NewLead, now: string): Omit<Lead, 'id'> {
  return { ...values, stage: 'new', createdAt: now, updatedAt: now };
}

export function moveLead(lead: Lead, stage: Stage, now: string): Lead {
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

export function updateLead(lead: Lead, { stage = lead.stage, ...fields }: LeadChanges, now: string): Lead {
  const moved = moveLead(lead, stage, now);
  return Object.keys(fields).length === 0 ? moved : { ...moved, ...fields, updatedAt: now };
}
