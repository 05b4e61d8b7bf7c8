import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './repository.ts';
import type { StageResult } from './rounds.ts';

/** What was measured, on what, with what. */
export interface Results {
  /** The day: 2026-11-21. */
  readonly measured: string;
  readonly machine: Machine;
  readonly versions: Readonly<Record<string, string>>;
  readonly load: Settings;
  /** In the order of the stages; the first is what the others are compared with. */
  readonly stages: readonly StageResult[];
}

/** The machine in general terms: whose it is and what it is called is nobody's business. */
export interface Machine {
  readonly system: string;
  readonly cores: number;
  readonly gigabytes: number;
  /** How many processes wanted to run in the minute before, on average; 0 on Windows, which does not say. */
  readonly busyBefore: number;
}

/** How the load was. */
export interface Settings {
  readonly request: 'GET /tasks';
  readonly tasks: number;
  readonly connections: number;
  readonly rounds: number;
  readonly seconds: number;
  readonly warmUpSeconds: number;
}

/** Where the results lie, and the chart that is drawn from them. */
export const RESULTS = path.join(ROOT, 'shared', 'bench', 'results.json');
export const CHART = path.join(ROOT, 'docs', 'pictures', 'requests.svg');

/** The results that lie there. Throws an Error when there are none. */
export function readResults(): Results {
  return JSON.parse(readFileSync(RESULTS, 'utf8'));
}

/** Replaces a file as a whole: written aside, then renamed. */
export function replaceFile(file: string, text: string): void {
  const aside = `${file}.${process.pid}`;
  try {
    writeFileSync(aside, text);
    renameSync(aside, file);
  } catch (error) {
    rmSync(aside, { force: true });
    throw error;
  }
}
