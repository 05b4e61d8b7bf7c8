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
import { type Page, pageOf } from '../paging.ts';
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

// Several by their ids: ?id=3,5,9. A list of tasks asks so for the leads that its rows name.
const ids = z
  .string('must be ids with commas between')
  .regex(/^[1-9]\d*(,[1-9]\d*){0,99}$/, 'must be at most 100 ids with commas between')
  .transform((text) => text.split(',').map(Number))
  .meta({ param: { style: 'form', explode: false }, type: 'array', items: { type: 'integer', minimum: 1 } });

export const LeadQuery = z.object({
  id: ids.optional(),
  stage: stage.optional(),
  q: search.optional(),
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
