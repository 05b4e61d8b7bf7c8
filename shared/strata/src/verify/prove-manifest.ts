import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { CAPABILITIES } from '@strata/conformance/check';
import { isObject } from '../manifest.ts';
import type { Place } from '../place.ts';
import { readPlanned, type Stage, stageBefore } from '../stages.ts';
import { type Proof, proveOne } from './proof.ts';

/**
 * Proves a stage's manifest: it agrees with the folder, the stage before, the curriculum and the package.
 * @param place where the companion works
 * @param stage the stage
 * @returns the proof
 */
export function proveManifest(place: Place, stage: Stage): Proof {
  const { manifest, name } = stage;
  const problems: string[] = [];
  const before = stageBefore(place, stage)?.name;
  const planned = readPlanned().find((entry) => entry.name === name);
  if (manifest.number !== stage.number)
    problems.push(`"number" is ${manifest.number}, the folder says ${stage.number}`);
  if (manifest.previous !== before)
    problems.push(`"previous" is ${manifest.previous}, the folder before is ${before}`);
  if (planned === undefined) problems.push(`the curriculum (shared/strata/curriculum.json) has no ${name}`);
  else if (planned.days !== manifest.days)
    problems.push(`"days" is ${manifest.days}, the curriculum says ${planned.days}`);
  const unknown = manifest.capabilities.filter(
    (capability) => !CAPABILITIES.some((known) => known === capability),
  );
  if (unknown.length > 0) problems.push(`unknown capabilities: ${unknown.join(', ')}`);
  for (const paper of ['README.md', 'ADR.md', 'DISCUSSION.md', 'package.json']) {
    if (!existsSync(path.join(stage.folder, paper))) problems.push(`${paper} is missing`);
  }
  return proveOne('manifest', [...problems, ...packageProblems(stage)]);
}

function packageProblems(stage: Stage): string[] {
  const file = path.join(stage.folder, 'package.json');
  if (!existsSync(file)) return [];
  const manifest: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!isObject(manifest)) return ['package.json does not hold an object'];
  const problems: string[] = [];
  if (manifest.name !== `@strata/${stage.name}`)
    problems.push(`package.json is named ${String(manifest.name)}`);
  if (manifest.private !== true) problems.push('package.json is not private');
  const scripts = isObject(manifest.scripts) ? manifest.scripts : {};
  for (const script of ['start', 'test']) {
    if (typeof scripts[script] !== 'string') problems.push(`package.json has no script "${script}"`);
  }
  const versions = { ...toObject(manifest.dependencies), ...toObject(manifest.devDependencies) };
  for (const [name, version] of Object.entries(versions)) {
    if (name.startsWith('@strata/') && toObject(manifest.devDependencies)[name] === '*') continue; // for tests
    if (!/^\d+\.\d+\.\d+[\w.-]*$/.test(String(version)))
      problems.push(`package.json: ${name} has no exact version`);
  }
  return problems;
}

function toObject(value: unknown): Record<string, unknown> {
  return isObject(value) ? value : {};
}
