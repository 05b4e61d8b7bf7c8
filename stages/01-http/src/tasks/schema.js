import {
  checkId,
  checkNotes,
  checkOneOf,
  checkText,
  checkUnknown,
  parseObject,
  refuseInvalid,
  tidyLine,
  tidyNotes,
} from '../fields.js';
import { STATUSES } from './task.js';

const FIELDS = ['title', 'notes', 'leadId'];

export function parseNewTask(input) {
  const { title, notes = '', leadId = null } = parseObject(input);
  const values = {
    title: tidyLine(title),
    notes: tidyNotes(notes),
    leadId,
  };

  refuseInvalid({
    title: checkText(values.title, { min: 1, max: 200 }),
    notes: checkNotes(values.notes),
    leadId: leadId === null ? undefined : checkId(leadId),
    ...checkUnknown(input, FIELDS),
  });

  return values;
}

export function parseTaskQuery({ status }) {
  refuseInvalid({ status: status === undefined ? undefined : checkOneOf(status, STATUSES) });
  return { status };
}
