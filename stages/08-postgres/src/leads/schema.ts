import { z } from 'zod';
import { createParser, email, heading, id, line, notes, part, refuseEmpty, timestamp } from '../fields.ts';
import { type Page, pageOf } from '../paging.ts';
import { STAGES } from './lead.ts';

const stage = z.enum(STAGES);

const LeadFields = z.strictObject({
  name: heading(120),
  email: email.nullable(),
  company: line(120).nullable(),
  notes,
});

export const Lead = LeadFields.extend({
  id,
  stage,
  createdAt: timestamp,
  updatedAt: timestamp,
}).meta({ id: 'Lead' });

export const NewLead = LeadFields.extend({
  email: email.nullable().default(null),
  company: line(120).nullable().default(null),
  notes: notes.default(''),
}).meta({ id: 'NewLead' });

export const LeadChanges = refuseEmpty(LeadFields.extend({ stage }).partial()).meta({
  id: 'LeadChanges',
  minProperties: 1,
});

export const LeadQuery = z.object({
  stage: stage.optional(),
  q: part.optional(),
  ...pageOf(Lead.keyof().options),
});

export type Lead = z.infer<typeof Lead>;
export type NewLead = z.infer<typeof NewLead>;
export type NewLeadBody = z.input<typeof NewLead>;
export type LeadChanges = z.infer<typeof LeadChanges>;
export type LeadQuery = z.infer<typeof LeadQuery>;
export type LeadPage = Page<Lead>;

export const parseNewLead = createParser(NewLead);
export const parseLeadChanges = createParser(LeadChanges);
export const parseLeadQuery = createParser(LeadQuery);
