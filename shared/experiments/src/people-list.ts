import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { enter } from './enter.ts';
import type { Lab } from './lab.ts';
import { applyTo } from './patch.ts';
import { QueryCounter } from './query-counter.ts';
import { copyRow } from './row-copies.ts';
import type { Subject } from './subject.ts';
import { Unmeasured } from './unmeasured.ts';

const PATCH = path.join(import.meta.dirname, '..', 'patches', '08c-query-per-row.patch');
const SIZES = [5, 20] as const;

/** The statements that a list of five people and one of twenty cost. */
export interface QueryCounts {
  readonly five: number;
  readonly twenty: number;
}

/** Counts what an admin's list of people asks of the database. Throws Unmeasured. */
export async function countQueries(subject: Subject): Promise<QueryCounts> {
  const first = await subject.server({ database: 'empty' });
  const address = first.settings.DATABASE_URL ?? '';
  await subject.attempt(async () => {
    await enter(first, 'ben');
    await copyRow(address, 'ben@example.com', Math.max(...SIZES));
  });
  await first.stop();
  const counter = await QueryCounter.open(address);
  try {
    const server = await subject.server({ database: { settings: { DATABASE_URL: counter.address } } });
    return await subject.attempt(async () => {
      const as = await server.signInAdmin();
      const counts: number[] = [];
      for (const size of SIZES) {
        const ask = () => server.request('GET', `/admin/users?pageSize=${size}`, { as });
        const answer = await ask(); // what is asked once only, at the start, does not count
        const items: unknown = answer.status === 200 ? answer.json() : undefined;
        if (!Array.isArray(items) || items.length !== size) throw answer.fail(`200 and ${size} people`);
        counts.push(await counter.during(ask));
      }
      await server.stop();
      const [five = Number.NaN, twenty = Number.NaN] = counts;
      return { five, twenty };
    });
  } finally {
    counter.close();
  }
}

/**
 * A copy of a stage in which the list of people asks the database once more for each row. It was built with the stage.
 * @param lab starts it and takes it away
 * @param stage the stage, built
 * @throws Unmeasured when the patch does not fit
 */
export function askingPerRow(lab: Lab, stage: Subject): Subject {
  const folder = lab.temporary('query-per-row');
  rmSync(folder, { recursive: true, force: true });
  cpSync(stage.folder, folder, {
    recursive: true,
    filter: (file) => !/[\\/](node_modules|\.turbo|\.next|test)$/.test(file),
  });
  try {
    applyTo(folder, readFileSync(PATCH, 'utf8'));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Unmeasured(
      `${stage.name}: ${path.basename(PATCH)} cannot be applied: ${reason}.`,
      `Write patches/${path.basename(PATCH)} again.`,
    );
  }
  const file = path.join(folder, 'stage.json');
  const { build: _built, ...manifest } = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, JSON.stringify(manifest));
  return lab.reference(`${stage.name}, a query a row`, folder);
}
