import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Refusal } from './errors.ts';
import { becameParts, findFormer } from './former.ts';
import { type Manifest, parseManifest } from './manifest.ts';
import type { Place } from './place.ts';
import { didYouMean } from './suggest.ts';

/** A stage as the curriculum plans it. */
export interface Planned {
  /** The folder's name, such as 01-http. */
  readonly name: string;
  /** The part before the hyphen: 01, 04a. */
  readonly number: string;
  readonly title: string;
  /** Days of work at four to six hours: '2' or '1–2'. */
  readonly days: string;
  /** How many tests of the learner's own it asks for, where the curriculum says so. */
  readonly tests?: number;
}

/** A stage that exists: its folder and what its manifest says. */
export interface Stage extends Planned {
  readonly folder: string;
  readonly manifest: Manifest;
}

/**
 * Reads the stages there are.
 * @param place where the companion works
 * @returns the stages in their order
 * @throws Refusal when a manifest cannot be read
 */
export function readStages(place: Place): Stage[] {
  const parent = path.join(place.root, 'stages');
  if (!existsSync(parent)) return [];
  const names = readdirSync(parent).filter((name) => existsSync(path.join(parent, name, 'stage.json')));
  return names.sort().map((name) => {
    const folder = path.join(parent, name);
    const manifest = parseManifest(path.join(folder, 'stage.json'));
    return { name, number: numberOf(name), title: manifest.title, days: manifest.days, folder, manifest };
  });
}

/**
 * Reads the whole course, stages to come included.
 * @param place where the companion works
 * @returns every stage in its order; one that exists shows its own title and days
 */
export function readCourse(place: Place): (Planned | Stage)[] {
  const stages = readStages(place);
  const known = new Set(stages.map((stage) => stage.name));
  const coming = readPlanned().filter((entry) => !known.has(entry.name));
  return [...stages, ...coming].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * Reads the curriculum.
 * @returns every stage that is planned, in order
 */
export function readPlanned(): Planned[] {
  const file = path.join(import.meta.dirname, '..', 'curriculum.json');
  const planned: { name: string; title: string; days: string; tests?: number }[] = JSON.parse(
    readFileSync(file, 'utf8'),
  );
  return planned.map((entry) => ({ ...entry, number: numberOf(entry.name) }));
}

/**
 * Finds a stage by what a person types: 01, 1, 01-http, stage/01-http, stages/01-http.
 * @param place where the companion works
 * @param word what was typed
 * @returns the stage
 * @throws Refusal (status 2) for a word that names none, (status 1) for a stage that is still to come
 */
export function findStage(place: Place, word: string): Stage {
  const course = readCourse(place);
  const name = word.replace(/^(\.\/)?stages?\//, '').replace(/\/$/, '');
  const number = /^\d(\D|$)/.test(name) ? `0${name}` : name;
  const found = course.find((stage) => stage.name === number || stage.number === number);
  if (found !== undefined && 'manifest' in found) return found;
  const last = course.findLast((stage) => 'manifest' in stage);
  if (found !== undefined) {
    throw new Refusal(
      `Stage ${found.name} is still to come. The last one there is: ${last?.name ?? 'none yet'}.`,
    );
  }
  const names = course.flatMap((stage) => [
    stage.name,
    stage.name.slice(stage.number.length + 1),
    stage.number,
  ]);
  const former = findFormer(number);
  if (former !== undefined) throw new Refusal(`${becameParts(former)} Name one of them.`, { status: 2 });
  const parts = course.filter((stage) => stage.number.slice(0, -1) === number).map((stage) => stage.number);
  const guess = parts.length > 0 ? ` There are ${parts.join(' and ')}.` : didYouMean(number, names);
  throw new Refusal(`There is no stage "${word}".${guess} Type ./strata for the map.`, { status: 2 });
}

/**
 * The stage before another.
 * @param place where the companion works
 * @param stage any stage that exists
 * @returns the one before it in the order of the folders, or undefined for the first
 */
export function stageBefore(place: Place, stage: Stage): Stage | undefined {
  return readStages(place).findLast((other) => other.name < stage.name);
}

/**
 * The stage after another, which may be still to come.
 * @param place where the companion works
 * @param stage any stage
 * @returns the next one of the course, or undefined for the last
 */
export function stageAfter(place: Place, stage: Planned): Planned | Stage | undefined {
  return readCourse(place).find((other) => other.name > stage.name);
}

function numberOf(name: string): string {
  return name.split('-', 1)[0] ?? name;
}
