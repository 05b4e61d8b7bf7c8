import { checkId, checkOneOf, checkText, checkUnknown, parseObject, refuseInvalid, trim } from '../fields.js';
import { STATUSES } from './task.js';

const FIELDS = ['title', 'notes', 'leadId'];

export function parseNewTask(input) {
  const { title, notes = '', leadId = null } = parseObject(input);

  refuseInvalid({
    title: checkText(trim(title), { min: 1, max: 200 }),
    notes: checkText(notes, { max: 10_000, lines: true }),
    leadId: leadId === null ? undefined : checkId(leadId),
    ...checkUnknown(input, FIELDS),
  });

  return { title: trim(title), notes, leadId };
}

export function parseTaskQuery({ status }) {
  refuseInvalid({ status: status === undefined ? undefined : checkOneOf(status, STATUSES) });
  return { status };
}
