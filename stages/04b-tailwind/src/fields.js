import { z } from 'zod';
import { AppError, createValidationError } from './errors.js';
import { CONTROL, CONTROL_IN_NOTES, toLine, toNotes } from './text.js';

const POSITIVE_INTEGER = 'must be a positive integer';
const ADDRESS = 'must be a valid e-mail address';
const line = z.string().overwrite(toLine);

export const id = z.int(POSITIVE_INTEGER).min(1, POSITIVE_INTEGER);
export const idInQuery = z
  .string(POSITIVE_INTEGER)
  .regex(/^[1-9]\d*$/, POSITIVE_INTEGER)
  .transform(Number)
  .meta({ type: 'integer', minimum: 1 });
export const notes = limit(z.string().overwrite(toNotes), 10_000, CONTROL_IN_NOTES);
export const email = orNull(
  limit(z.string(ADDRESS).overwrite(toLine).refine(isAddress, ADDRESS).meta({ format: 'email' }), 254),
);
export const search = z.string().normalize();
export const timestamp = z.iso.datetime({ precision: 3 });

export function heading(max) {
  return limit(line.min(1, 'must not be empty'), max);
}

export function optionalLine(max) {
  return orNull(limit(line, max));
}

// Nobody types null: a form sends an empty field.
function orNull(schema) {
  return schema.nullable().overwrite((text) => text || null);
}

function isAddress(text) {
  return text === '' || z.regexes.html5Email.test(text);
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
