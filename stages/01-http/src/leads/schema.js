import {
  checkEmail,
  checkNotes,
  checkOneOf,
  checkText,
  checkUnknown,
  parseObject,
  refuseInvalid,
  tidyLine,
  tidyNotes,
} from '../fields.js';
import { STAGES } from './lead.js';

const FIELDS = ['name', 'email', 'company', 'notes'];

export function parseNewLead(input) {
  const { name, email = null, company = null, notes = '' } = parseObject(input);
  const values = {
    name: tidyLine(name),
    email: tidyLine(email, null),
    company: tidyLine(company, null),
    notes: tidyNotes(notes),
  };

  refuseInvalid({
    name: checkText(values.name, { min: 1, max: 120 }),
    email: values.email === null ? undefined : checkEmail(values.email),
    company: values.company === null ? undefined : checkText(values.company, { max: 120 }),
    notes: checkNotes(values.notes),
    ...checkUnknown(input, FIELDS),
  });

  return values;
}

export function parseStage(stage) {
  refuseInvalid({ stage: checkOneOf(stage, STAGES) });
  return stage;
}

export function parseLeadQuery({ stage }) {
  return { stage: stage === undefined ? undefined : parseStage(stage) };
}
