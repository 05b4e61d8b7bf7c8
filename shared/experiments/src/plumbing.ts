import path from 'node:path';
import type { Instance } from '../../conformance/src/server.ts';
import { FILES, KINDS, type Kind, PLUMBING } from './kinds.ts';
import type { Lab } from './lab.ts';
import { countByKind } from './lines.ts';
import { ROOT } from './repository.ts';

/** How much of a stage is plumbing. */
export interface Plumbing {
  /** Lines of code in src/. */
  readonly total: number;
  readonly plumbing: number;
  /** Lines that make the documentation. */
  readonly documentation: number;
  /** The part of all lines that is plumbing, from 0 to 1. */
  readonly share: number;
  /** Methods of /tasks, /tasks/:id, /leads and /leads/:id, HEAD and OPTIONS left out. */
  readonly operations: number;
  /** Lines of plumbing divided by operations, rounded. */
  readonly perOperation: number;
  readonly byKind: Readonly<Record<string, number>>;
  /** Files that the table forgets, or that are gone, a sentence each. */
  readonly wrong: readonly string[];
}

/**
 * Counts the lines of a stage by what they are for, and asks its server what it offers for them.
 * @param lab starts the stage
 * @param stage the stage's folder name
 * @param files which kind each file is; the table in kinds.ts unless told
 * @throws Unmeasured when the stage does not start
 */
export async function countPlumbing(
  lab: Lab,
  stage: keyof typeof FILES,
  files: Readonly<Record<string, Kind>> = FILES[stage],
): Promise<Plumbing> {
  const { counted, unknown, gone } = countByKind(path.join(ROOT, 'stages', stage), files, KINDS);
  const subject = lab.reference(stage);
  const server = await subject.server();
  const operations = await subject.attempt(() => countOperations(server));
  await server.stop();
  const total = sum([...counted.values()]);
  const plumbing = sum(PLUMBING.map((kind) => counted.get(kind) ?? 0));
  return {
    total,
    plumbing,
    documentation: counted.get('documentation') ?? 0,
    share: plumbing / total,
    operations,
    perOperation: Math.round(plumbing / operations),
    byKind: Object.fromEntries(counted),
    wrong: [
      ...unknown.map((file) => `${stage}: src/${file} is not in the table that says what is plumbing.`),
      ...gone.map(
        (file) => `${stage}: src/${file} is in the table that says what is plumbing, and is not there.`,
      ),
    ],
  };
}

async function countOperations(server: Instance): Promise<number> {
  const paths = ['/tasks', '/tasks/1', '/leads', '/leads/1'];
  const answers = await Promise.all(paths.map((one) => server.request('OPTIONS', one)));
  const methods = answers.map((answer) => (answer.header('allow') ?? '').split(',').map((one) => one.trim()));
  return methods.flat().filter((method) => !['', 'HEAD', 'OPTIONS'].includes(method)).length;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
