import { z } from 'zod';
import { AppError, createValidationError } from './errors.js';

const POSITIVE_INTEGER = 'must be a positive integer';

const CONTROL = /\p{Cc}/u;
const CONTROL_IN_LINES = /[^\P{Cc}\t\n\r]/u;

export const id = z.int(POSITIVE_INTEGER).min(1, POSITIVE_INTEGER);
export const idInQuery = z
  .string(POSITIVE_INTEGER)
  .regex(/^[1-9]\d*$/, POSITIVE_INTEGER)
  .transform(Number)
  .meta({ type: 'integer', minimum: 1 });
export const notes = limit(z.string(), 10_000, CONTROL_IN_LINES);
export const email = limit(
  z.email({ pattern: z.regexes.html5Email, error: 'must be a valid e-mail address' }),
  254,
);
export const timestamp = z.iso.datetime({ precision: 3 });

export function line(max) {
  return limit(z.string(), max);
}

// A name or a title: blanks around it do not count, and something must be left.
export function heading(max) {
  return limit(z.string().trim().min(1, 'must not be empty'), max);
}

// zod's own max counts code points; the contract counts as JavaScript's length does, so that an emoji is 2.
function limit(schema, max, control = CONTROL) {
  return schema
    .meta({ maxLength: max })
    .refine((value) => value.length <= max, `must have at most ${max} characters`)
    .refine((value) => value.isWellFormed(), 'must be well-formed Unicode')
    .refine((value) => !control.test(value), 'must not hold control characters');
}

export function createParser(schema) {
  return function parse(input) {
    const { success, data, error } = schema.safeParse(input, { error: describe });
    if (!success) throw createValidationError(error.issues.flatMap(toErrors));
    return data;
  };
}

export function parseId(text) {
  if (!/^[1-9]\d*$/.test(text)) throw new AppError('not-found', `Nothing has the id ${text}`);
  return Number(text);
}

export function refuseEmpty(schema) {
  return schema.refine((changes) => Object.keys(changes).length > 0, 'must change something');
}

function describe({ code, input, expected, values }) {
  if (code === 'invalid_value') return `must be one of: ${values.join(', ')}`;
  if (code === 'invalid_type') return input === undefined ? 'is missing' : `must be of the type ${expected}`;
}

function toErrors({ code, path, keys, message }) {
  if (code !== 'unrecognized_keys') return { path: toPointer(path), message };
  return keys.map((key) => ({ path: toPointer([...path, key]), message: 'is not a known field' }));
}

// RFC 6901, section 3: ~ and / are escaped.
function toPointer(path) {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
