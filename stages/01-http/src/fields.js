import { AppError, createValidationError } from './errors.js';
import { CONTROL, CONTROL_IN_NOTES, toLine, toNotes } from './text.js';

// What a browser's e-mail field takes: https://html.spec.whatwg.org/#valid-e-mail-address
const EMAIL =
  /^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$/;

// The checks answer what is wrong, or undefined; this gathers their answers, { field: answer }, into one error.
export function refuseInvalid(answers) {
  const wrong = Object.entries(answers).filter(([, message]) => message !== undefined);
  if (wrong.length > 0) {
    throw createValidationError(wrong.map(([field, message]) => ({ path: toPointer(field), message })));
  }
}

export function checkUnknown(input, fields) {
  const unknown = Object.keys(input).filter((field) => !fields.includes(field));
  return Object.fromEntries(unknown.map((field) => [field, 'is not a known field']));
}

// What is not text stays as it is, for the checks to refuse.
export function tidyLine(value, blank = '') {
  return typeof value === 'string' ? toLine(value) || blank : value;
}

export function tidyNotes(value) {
  return typeof value === 'string' ? toNotes(value) : value;
}

export function checkText(value, { min = 0, max, control = CONTROL }) {
  if (value === undefined) return 'is missing';
  if (typeof value !== 'string') return 'must be text';
  if (value.length < min) return 'must not be empty';
  if (value.length > max) return `must have at most ${max} characters`;
  if (!value.isWellFormed()) return 'must be well-formed Unicode';
  if (control.test(value)) return 'must not hold control characters';
}

export function checkNotes(value) {
  return checkText(value, { max: 10_000, control: CONTROL_IN_NOTES });
}

export function checkEmail(value) {
  if (typeof value !== 'string' || value.length > 254 || !EMAIL.test(value))
    return 'must be a valid e-mail address';
}

export function checkId(value) {
  if (!Number.isSafeInteger(value) || value < 1) return 'must be a positive integer';
}

export function checkOneOf(value, values) {
  if (!values.includes(value)) return `must be one of: ${values.join(', ')}`;
}

export function parseObject(input) {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    throw createValidationError([{ path: '', message: 'must be an object' }]);
  }
  return input;
}

export function parseId(text) {
  const id = toId(text);
  if (Number.isNaN(id)) throw new AppError('not-found', `Nothing has the id ${text}`);
  return id;
}

// Number() by itself would also take 0x1, 2e0, +3 and ' 4 ' for ids.
export function toId(text) {
  return /^[1-9]\d*$/.test(text) ? Number(text) : Number.NaN;
}

// RFC 6901, section 3: ~ and / are escaped.
function toPointer(field) {
  return `/${field.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
