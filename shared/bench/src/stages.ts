import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readStage } from '@strata/conformance/stages';
import { ROOT } from './repository.ts';

/** The stages whose answer to GET /tasks is built in another way than the one before; the first is what they are compared with. */
export const STAGES = ['01', '02', '05', '08c'] as const;

/**
 * The version of a package as the first of these stages that has it pins it.
 * @param name the package
 * @returns unknown when none of them has it
 */
export function pinnedInStages(name: string): string {
  const found = STAGES.map((number) => pinned(path.join('stages', readStage(ROOT, number).name), name));
  return found.find((version) => version !== undefined) ?? 'unknown';
}

/**
 * The version of a package as a folder's manifest pins it.
 * @param folder relative to the repository
 * @param name the package
 * @returns undefined when it is not there
 */
export function pinned(folder: string, name: string): string | undefined {
  const manifest: Record<string, Record<string, string> | undefined> = JSON.parse(
    readFileSync(path.join(ROOT, folder, 'package.json'), 'utf8'),
  );
  return manifest.dependencies?.[name] ?? manifest.optionalDependencies?.[name];
}
