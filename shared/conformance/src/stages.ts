import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CAPABILITIES, type Capability } from './check.ts';

/** A stage's manifest, as far as the suite reads it. */
export interface Stage {
  /** The folder's name: `01-http`. */
  readonly name: string;
  /** `01`, `04a`. */
  readonly number: string;
  readonly title: string;
  readonly capabilities: readonly Capability[];
}

/** The stage's number in two digits, whichever way it was named: `1`, `01` and `01-http` give `01`. */
export function stageNumber(stage: string): string {
  const match = /^(\d{1,2})([a-z]?)(?:-|$)/.exec(stage);
  if (match === null) return stage;
  return `${match[1]?.padStart(2, '0')}${match[2]}`;
}

/**
 * Reads the manifest of a stage under `<root>/stages`.
 * Throws an Error when there is no such stage or its manifest is not one.
 */
export function readStage(root: string, stage: string): Stage {
  const number = stageNumber(stage);
  const folders = readdirSync(join(root, 'stages')).sort();
  const name = folders.find((folder) => folder.startsWith(`${number}-`));
  if (name === undefined) throw new Error(`there is no stage ${stage}`);
  const manifest: unknown = JSON.parse(readFileSync(join(root, 'stages', name, 'stage.json'), 'utf8'));
  if (!isRecord(manifest) || typeof manifest.title !== 'string' || !Array.isArray(manifest.capabilities)) {
    throw new Error(`stages/${name}/stage.json needs a title and capabilities`);
  }
  const listed: unknown[] = manifest.capabilities;
  return {
    name,
    number,
    title: manifest.title,
    capabilities: CAPABILITIES.filter((one) => listed.includes(one)),
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
