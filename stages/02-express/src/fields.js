import { AppError, createValidationError } from './errors.js';

// What a browser's e-mail field takes: https://html.spec.whatwg.org/#valid-e-mail-address
const EMAIL =
  /^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$/;
const CONTROL = /\p{Cc}/u;
const CONTROL_IN_LINES = /[^\P{Cc}\t\n\r]/u;

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

export function checkText(value, { min = 0, max, lines = false }) {
  if (value === undefined) return 'is missing';
  if (typeof value !== 'string') return 'must be text';
  if (value.length < min) return 'must not be empty';
  if (value.length > max) return `must have at most ${max} characters`;
  if (!value.isWellFormed()) return 'must be well-formed Unicode';
  if ((lines ? CONTROL_IN_LINES : CONTROL).test(value)) return 'must not hold control characters';
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
  if (!/^[1-9]\d*$/.test(text)) throw new AppError('not-found', `Nothing has the id ${text}`);
  return Number(text);
}

export function trim(value) {
  return typeof value === 'string' ? value.trim() : value;
}

// RFC 6901, section 3: ~ and / are escaped.
function toPointer(field) {
  return `/${field.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
