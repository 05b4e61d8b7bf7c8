import type { Random } from '../src/random.ts';
import type { Kind } from './kinds.ts';

/** A well-formed body that breaks one rule. */
export interface InvalidBody {
  readonly json: unknown;
  /** Where the mistake is (RFC 6901). */
  readonly pointer: string;
  readonly because: string;
}

type Values = readonly (readonly [unknown, string])[];

const NO_TEXT: Values = [
  [5, 'a number is no text'],
  [['x'], 'an array is no text'],
];
const NO_ID: Values = [
  ['1', 'an id is a number, not a text'],
  [0, 'ids begin at 1'],
  [-1, 'ids begin at 1'],
  [1.5, 'ids are whole numbers'],
  [[1], 'an array is no id'],
];

function at(field: string, values: Values, base: object = {}): InvalidBody[] {
  return values.map(([value, because]) => ({
    json: { ...base, [field]: value },
    pointer: `/${field}`,
    because: `${field}: ${because}`,
  }));
}

/** Fields of the wrong type; `base` holds the others. */
export function wrongTypes(kind: Kind, base: object): InvalidBody[] {
  const shared = [
    ...at(kind.required, NO_TEXT, base),
    ...at('notes', [...NO_TEXT, [null, 'null is no text']], base),
  ];
  return kind.name === 'task'
    ? [...shared, ...at('leadId', NO_ID, base)]
    : [...shared, ...at('email', NO_TEXT, base), ...at('company', NO_TEXT, base)];
}

/** The required field without a value that counts. */
export function emptyRequired(kind: Kind): InvalidBody[] {
  const values: Values = [
    [null, 'null is no text'],
    ['', 'it is empty'],
    ['   ', 'only blanks'],
  ];
  return at(kind.required, values);
}

/** Texts that are too long or of the wrong form; `base` holds the other fields. */
export function wrongTexts(kind: Kind, random: Random, base: object): InvalidBody[] {
  const long = (field: string, most: number): InvalidBody[] =>
    at(field, [[random.letters(most + 1), `at most ${most} characters`]], base);
  const notes = long('notes', 10_000);
  if (kind.name === 'task') return [...long('title', 200), ...notes];
  const address: Values = [['ana@', 'no e-mail address']];
  return [...long('name', 120), ...long('company', 120), ...notes, ...at('email', address, base)];
}

/** Text that no title and no name may hold; no schema says so. */
export function wrongSigns(kind: Kind): InvalidBody[] {
  return at(kind.required, [
    ['a\u0007b', 'a control character'],
    ['a\ud800b', 'half a character'],
  ]);
}

/** What the tracker itself decides about: nobody may send it. */
export function ownFields(kind: Kind, base: object): InvalidBody[] {
  const now = new Date().toISOString();
  const fields = { id: 4321, createdAt: now, updatedAt: now };
  const own = kind.name === 'task' ? { ...fields, completedAt: now } : fields;
  return Object.entries(own).flatMap(([field, value]) => at(field, [[value, 'the tracker sets it']], base));
}

/** Fields that nobody knows, with names that need escaping or mean something to a language. */
export function unknownFields(base: object): InvalidBody[] {
  const names: readonly [string, string][] = [
    ['colour', '/colour'],
    ['Title', '/Title'],
    ['a/b', '/a~1b'],
    ['m~n', '/m~0n'],
    ['', '/'],
  ];
  return names.map(([name, pointer]) => ({
    json: { ...base, [name]: 'x' },
    pointer,
    because: `${JSON.stringify(name)} is no field`,
  }));
}

/** JSON that is no object. */
export const NO_OBJECTS: readonly InvalidBody[] = [
  { json: [], pointer: '', because: 'an array, not an object' },
  { json: [{ title: 'x', name: 'x' }], pointer: '', because: 'an array, not an object' },
  { json: 'buy milk', pointer: '', because: 'a text, not an object' },
  { json: 7, pointer: '', because: 'a number, not an object' },
  { json: true, pointer: '', because: 'true, not an object' },
  { json: null, pointer: '', because: 'null, not an object' },
];

/** The first of the bodies for each place: where only the place is looked at. */
export function oneForEachPlace(bodies: readonly InvalidBody[]): InvalidBody[] {
  return [...new Map(bodies.toReversed().map((body) => [body.pointer, body])).values()];
}
