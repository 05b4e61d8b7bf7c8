import { readFileSync } from 'node:fs';
import { splitWords } from '@strata/conformance/words';
import { codeOf, messageOf, Refusal } from './errors.ts';

/** What a stage declares to differ from the stage before it; paths are relative to the stage's folder. */
export interface Touches {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  /** Old path to new path; the content may differ too. */
  readonly moved: Readonly<Record<string, string>>;
}

/** The manifest of a stage, stage.json. */
export interface Manifest {
  readonly number: string;
  readonly title: string;
  readonly previous: string | undefined;
  readonly days: string;
  /** The words of the command that starts it. */
  readonly start: readonly string[];
  /** The words of the command that builds it first, where it needs that. */
  readonly build?: readonly string[];
  /** The words of the command that starts its API alone, where `start` starts more. */
  readonly api?: readonly string[];
  readonly capabilities: readonly string[];
  readonly touches: Touches;
}

/**
 * Reads a stage's manifest.
 * @param file the path of a stage.json
 * @returns what it says; lists that are absent are empty
 * @throws Refusal when it cannot be read or does not have the shape of a manifest
 */
export function parseManifest(file: string): Manifest {
  const object = readObject(file);
  const text = (key: string): string => {
    const value = object[key];
    if (typeof value !== 'string' || value === '') throw new Refusal(`${file}: "${key}" must be a text.`);
    return value;
  };
  const touches = isObject(object.touches) ? object.touches : {};
  return {
    number: text('number'),
    title: text('title'),
    days: text('days'),
    previous: object.previous === undefined ? undefined : text('previous'),
    start: parseCommand(file, 'start', object.start),
    ...(object.build === undefined ? {} : { build: parseCommand(file, 'build', object.build) }),
    ...(object.api === undefined ? {} : { api: parseCommand(file, 'api', object.api) }),
    capabilities: listOf(file, 'capabilities', object.capabilities),
    touches: {
      added: listOf(file, 'touches.added', touches.added ?? []),
      changed: listOf(file, 'touches.changed', touches.changed ?? []),
      removed: listOf(file, 'touches.removed', touches.removed ?? []),
      moved: mapOf(file, 'touches.moved', touches.moved ?? {}),
    },
  };
}

/**
 * Reads how a tracker is started: all that a learner's stage.json has to say.
 * @param file the path of a stage.json
 * @returns the words of the command
 * @throws Refusal when it cannot be read or says nothing about the start
 */
export function readStart(file: string): readonly string[] {
  return parseCommand(file, 'start', readObject(file).start);
}

function readObject(file: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (codeOf(error) === 'ENOENT')
      throw new Refusal(
        `${file} is missing: it says how the tracker is started. Write it: { "start": "node src/main.js" }`,
        { cause: error },
      );
    throw new Refusal(`${file} cannot be read: ${messageOf(error)}`, { cause: error });
  }
  if (!isObject(value)) throw new Refusal(`${file} must hold a JSON object.`);
  return value;
}

function parseCommand(file: string, key: 'start' | 'build' | 'api', value: unknown): readonly string[] {
  const words = typeof value === 'string' ? split(file, key, value) : listOf(file, key, value);
  if (words.length === 0)
    throw new Refusal(
      `${file}: "${key}" must say how the tracker is ${key === 'build' ? 'built' : 'started'}.`,
    );
  return words;
}

function split(file: string, key: string, command: string): string[] {
  try {
    return splitWords(command);
  } catch (error) {
    throw new Refusal(`${file}: "${key}" cannot be read: ${messageOf(error)}`, { cause: error });
  }
}

function listOf(file: string, key: string, value: unknown): string[] {
  if (Array.isArray(value) && value.every((entry) => typeof entry === 'string')) return value;
  throw new Refusal(`${file}: "${key}" must be a list of texts.`);
}

function mapOf(file: string, key: string, value: unknown): Record<string, string> {
  if (!isObject(value)) throw new Refusal(`${file}: "${key}" must be an object of texts.`);
  const entries = Object.entries(value);
  return Object.fromEntries(
    entries.map(([from, to]) => {
      if (typeof to !== 'string') throw new Refusal(`${file}: "${key}" must be an object of texts.`);
      return [from, to];
    }),
  );
}

/**
 * Whether a value is a JSON object.
 * @param value anything
 * @returns true for an object that is neither null nor an array
 */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
