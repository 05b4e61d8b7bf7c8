import { z } from 'zod';
import { AppError, createValidationError, type FieldError } from './errors.ts';
import { CONTROL, CONTROL_IN_NOTES, toLine, toNotes } from './text.ts';

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
export const address = limit(
  z.string(ADDRESS).overwrite(toLine).refine(isAddress, ADDRESS).meta({ format: 'email' }),
  254,
);
export const email = orNull(address);
export const search = z.string().normalize();
export const timestamp = z.iso.datetime({ precision: 3 });

export function heading(max: number) {
  return limit(line.min(1, 'must not be empty'), max);
}

export function optionalLine(max: number) {
  return orNull(limit(line, max));
}

// Nobody types null: a form sends an empty field.
function orNull(schema: z.ZodType<string, string>) {
  return schema.nullable().overwrite((text) => text || null);
}

function isAddress(text: string) {
  return text === '' || z.regexes.html5Email.test(text);
}

// zod's own max counts code points; the contract counts as JavaScript's length does, so that an emoji is 2.
function limit<Text extends z.ZodType<string>>(schema: Text, max: number, control = CONTROL) {
  return schema
    .meta({ maxLength: max })
    .refine((value) => value.length <= max, `must have at most ${max} characters`)
    .refine((value) => value.isWellFormed(), 'must be well-formed Unicode')
    .refine((value) => !control.test(value), 'must not hold control characters');
}

export function createParser<T>(schema: z.ZodType<T>) {
  return function parse(input: unknown): T {
    const { success, data, error } = schema.safeParse(input, { error: describe });
    if (!success) throw createValidationError(error.issues.flatMap(toErrors));
    return data;
  };
}

export function parseId(text: string) {
  if (!/^[1-9]\d*$/.test(text)) throw new AppError('not-found', `Nothing has the id ${text}`);
  return Number(text);
}

// A field that was sent has a value; zod's partial() alone would let it be undefined as well.
type Sent<T> = { [Field in keyof T]: Exclude<T[Field], undefined> };

export function refuseEmpty<T extends object>(schema: z.ZodType<T>) {
  return schema.refine((changes) => isSent(changes), 'must change something');
}

function isSent<T extends object>(changes: T): changes is T & Sent<T> {
  const values: unknown[] = Object.values(changes);
  return values.length > 0 && !values.includes(undefined);
}

function describe(issue: z.core.$ZodRawIssue) {
  if (issue.code === 'invalid_value') return `must be one of: ${issue.values.join(', ')}`;
  if (issue.code === 'invalid_type')
    return issue.input === undefined ? 'is missing' : `must be of the type ${issue.expected}`;
  return undefined;
}

function toErrors(issue: z.core.$ZodIssue): FieldError[] {
  const { code, path, message } = issue;
  if (code !== 'unrecognized_keys') return [{ path: toPointer(path), message }];
  return issue.keys.map((key) => ({ path: toPointer([...path, key]), message: 'is not a known field' }));
}

// RFC 6901, section 3: ~ and / are escaped.
function toPointer(path: PropertyKey[]) {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
