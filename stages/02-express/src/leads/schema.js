import {
  checkEmail,
  checkOneOf,
  checkText,
  checkUnknown,
  parseObject,
  refuseInvalid,
  trim,
} from '../fields.js';
import { STAGES } from './lead.js';

const FIELDS = ['name', 'email', 'company', 'notes'];

export function parseNewLead(input) {
  const { name, email = null, company = null, notes = '' } = parseObject(input);

  refuseInvalid({
    name: checkText(trim(name), { min: 1, max: 120 }),
    email: email === null ? undefined : checkEmail(email),
    company: company === null ? undefined : checkText(company, { max: 120 }),
    notes: checkText(notes, { max: 10_000, lines: true }),
    ...checkUnknown(input, FIELDS),
  });

  return { name: trim(name), email, company, notes };
}

export function parseStage(stage) {
  refuseInvalid({ stage: checkOneOf(stage, STAGES) });
  return stage;
}

export function parseLeadQuery({ stage }) {
  return { stage: stage === undefined ? undefined : parseStage(stage) };
}
