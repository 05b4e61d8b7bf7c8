import { z } from 'zod';
import {
  createParser,
  email,
  heading,
  id,
  notes,
  optionalLine,
  refuseEmpty,
  search,
  timestamp,
} from '../fields.ts';
import { STAGES } from './lead.ts';

const stage = z.enum(STAGES);

const LeadFields = z.strictObject({
  name: heading(120),
  email,
  company: optionalLine(120),
  notes,
});

export const Lead = LeadFields.extend({
  id,
  stage,
  createdAt: timestamp,
  updatedAt: timestamp,
}).meta({ id: 'Lead' });

export const NewLead = LeadFields.extend({
  email: email.default(null),
  company: optionalLine(120).default(null),
  notes: notes.default(''),
}).meta({ id: 'NewLead' });

export const LeadChanges = refuseEmpty(LeadFields.extend({ stage }).partial()).meta({
  id: 'LeadChanges',
  minProperties: 1,
});

export const LeadQuery = z.object({
  stage: stage.optional(),
  q: search.optional(),
});

export type Lead = z.infer<typeof Lead>;
export type NewLead = z.infer<typeof NewLead>;
export type NewLeadBody = z.input<typeof NewLead>;
export type LeadChanges = z.infer<typeof LeadChanges>;
export type LeadQuery = z.infer<typeof LeadQuery>;

export const parseNewLead = createParser(NewLead);
export const parseLeadChanges = createParser(LeadChanges);
export const parseLeadQuery = createParser(LeadQuery);
