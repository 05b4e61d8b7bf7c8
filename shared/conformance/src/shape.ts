import { show } from './difference.ts';
import { type Evidence, refute } from './failure.ts';

/** What a field has to be: in words, and as a test. */
export interface Rule {
  readonly says: string;
  holds(value: unknown): boolean;
}

export type Shape = Readonly<Record<string, Rule>>;

/** A whole number from 1 on. */
export const ID: Rule = {
  says: 'an integer from 1 on',
  holds: (value) => Number.isInteger(value) && Number(value) >= 1,
};

export const TEXT: Rule = { says: 'a string', holds: (value) => typeof value === 'string' };

/** RFC 3339, in UTC, with milliseconds. */
export const TIME: Rule = {
  says: 'a time as 2026-01-31T12:00:00.000Z (RFC 3339, UTC, milliseconds)',
  holds: (value) =>
    typeof value === 'string' &&
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}(Z|\+00:00)$/i.test(value) &&
    !Number.isNaN(Date.parse(value)),
};

export function orNull(rule: Rule): Rule {
  return { says: `${rule.says}, or null`, holds: (value) => value === null || rule.holds(value) };
}

export function oneOf(values: readonly string[]): Rule {
  return { says: `one of ${values.join(', ')}`, holds: (value) => values.some((one) => one === value) };
}

/** The contract's task, field by field. */
export const TASK: Shape = {
  id: ID,
  title: TEXT,
  status: oneOf(['todo', 'doing', 'done']),
  notes: TEXT,
  leadId: orNull(ID),
  createdAt: TIME,
  updatedAt: TIME,
  completedAt: orNull(TIME),
};

/** The contract's lead, field by field. */
export const LEAD: Shape = {
  id: ID,
  name: TEXT,
  email: orNull(TEXT),
  company: orNull(TEXT),
  stage: oneOf(['new', 'contacted', 'qualified', 'won', 'lost']),
  notes: TEXT,
  createdAt: TIME,
  updatedAt: TIME,
};

/** Throws a Failure unless the value is an object with exactly these fields, each as its rule says. */
export function expectShape(evidence: Evidence, value: unknown, shape: Shape, what: string): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw refute(evidence, `${what}: an object`, show(value));
  }
  const fields: Readonly<Record<string, unknown>> = { ...value };
  const wrong = Object.entries(shape).flatMap(([field, rule]) =>
    rule.holds(fields[field]) ? [] : [`- ${field} ${show(fields[field])}`, `+ ${field} ${rule.says}`],
  );
  const extra = Object.keys(fields).filter((field) => !Object.hasOwn(shape, field));
  const lines = [
    ...wrong,
    ...extra.flatMap((field) => [`- ${field} ${show(fields[field])}`, `+ ${field} absent`]),
  ];
  if (lines.length > 0)
    throw refute(evidence, `${what}, exactly as the contract's table says`, lines.join('\n'));
}
