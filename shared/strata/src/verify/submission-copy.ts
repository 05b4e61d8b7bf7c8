import { existsSync, mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { findOutputs } from '@strata/conformance/build';
import { checks } from '@strata/conformance/registry';
import type { RunOptions } from '@strata/conformance/run';
import { copyFiles, listFiles } from '../files.ts';
import type { Stage } from '../stages.ts';
import type { BadSubmission } from './bad-submission.ts';

const PAGE = ['page', 'style', 'pages'];
// What Next.js keeps from one build for the next.
const WORKED_OUT = 'web/.next/cache';

/** A copy of a reference, and how it is run. */
export type Copy = Pick<RunOptions, 'dir' | 'start' | 'capabilities'>;

/**
 * Copies a reference for a known-bad submission. One whose mistake is in the server alone gets the API alone, with what
 * was built for the reference; every other one is built, with what the build before it in its row has worked out.
 * @param stage the stage
 * @param row a folder for one submission after the other; only the newest copy is in it
 * @param bad the submission, which is not applied
 * @returns how the copy is run
 */
export function makeCopy(stage: Stage, row: string, bad: BadSubmission): Copy {
  const { api, capabilities } = stage.manifest;
  if (api === undefined || !inServerOnly(bad)) return { dir: copyForBuild(stage, path.join(row, 'tracker')) };
  const dir = path.join(row, 'server');
  rmSync(dir, { recursive: true, force: true, maxRetries: 3 });
  copyFiles(stage.folder, dir, listFiles(stage.folder));
  linkBuilt(stage, dir);
  return { dir, start: api, capabilities: withoutPage(capabilities) };
}

/**
 * Lends a copy what was built for the reference, such as the client of its database.
 * @param stage the stage, which has been built
 * @param dir the copy, which has not
 */
export function linkBuilt(stage: Stage, dir: string): void {
  for (const output of findOutputs(stage.folder))
    symlinkSync(path.join(stage.folder, output), path.join(dir, output));
}

/**
 * What can be asked of a tracker whose API was started alone.
 * @param capabilities what can be asked of the whole
 * @returns those that need no page
 */
export function withoutPage(capabilities: readonly string[]): string[] {
  return capabilities.filter((one) => !PAGE.includes(one));
}

function copyForBuild(stage: Stage, folder: string): string {
  const old = `${folder}-before`;
  if (existsSync(folder)) renameSync(folder, old);
  copyFiles(stage.folder, folder, listFiles(stage.folder));
  const [from, to] = [path.join(old, WORKED_OUT), path.join(folder, WORKED_OUT)];
  if (existsSync(from)) {
    mkdirSync(path.dirname(to), { recursive: true });
    renameSync(from, to);
  }
  rmSync(old, { recursive: true, force: true, maxRetries: 3 });
  return folder;
}

function inServerOnly({ caughtBy, also, patch }: BadSubmission): boolean {
  const files = [...patch.matchAll(/^(?:---|\+\+\+) [ab]\/(\S+)/gm)].map(([, file = '']) => file);
  return (
    files.every((file) => /^(src|prisma\/migrations)\//.test(file)) && ![caughtBy, ...also].some(isAtPage)
  );
}

function isAtPage(id: string): boolean {
  const check = checks.find((one) => one.id === id);
  return check !== undefined && PAGE.includes(check.capability);
}
