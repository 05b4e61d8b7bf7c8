import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isObject } from './manifest.ts';
import type { Progress } from './progress.ts';

/** A stage of an earlier version of the course, and what it has become. */
export interface Former {
  /** The name it had. */
  readonly name: string;
  /** The names of the stages that it has become, in their order. */
  readonly parts: readonly string[];
}

const FORMER: readonly Former[] = readFormer();

/**
 * The former stage of a name or a number.
 * @param word such as 08-postgres or 08
 * @returns undefined for every other word
 */
export function findFormer(word: string): Former | undefined {
  return FORMER.find(({ name }) => name === word || numberIn(name) === word);
}

/**
 * Whether a progress speaks of a stage that has become several.
 * @param progress the learner's
 * @returns true when it names one by its former name
 */
export function namesFormer({ current = '', stages }: Pick<Progress, 'current' | 'stages'>): boolean {
  return FORMER.some(({ name }) => name === current || name in stages);
}

/**
 * The former stage that a stage was a part of.
 * @param name the stage's name
 * @returns undefined for a stage that always stood by itself
 */
export function formerOf(name: string): Former | undefined {
  return FORMER.find(({ parts }) => parts.includes(name));
}

/**
 * What a former stage has become, in words.
 * @param former the stage
 * @returns a sentence
 */
export function becameParts({ name, parts }: Former): string {
  const last = parts.at(-1) ?? '';
  return `Stage ${name} has become ${COUNTS[parts.length] ?? parts.length}: ${parts.slice(0, -1).join(', ')} and ${last}.`;
}

const COUNTS: Readonly<Record<number, string>> = { 2: 'two', 3: 'three', 4: 'four' };

function readFormer(): Former[] {
  const value: unknown = JSON.parse(
    readFileSync(path.join(import.meta.dirname, '..', 'former-stages.json'), 'utf8'),
  );
  const entries: unknown[] = Array.isArray(value) ? value : [];
  return entries.flatMap((entry) =>
    isObject(entry) && typeof entry.name === 'string' && Array.isArray(entry.parts)
      ? [{ name: entry.name, parts: entry.parts.map(String) }]
      : [],
  );
}

function numberIn(name: string): string {
  return name.split('-', 1)[0] ?? name;
}
