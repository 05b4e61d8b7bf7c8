import { parseArgs } from 'node:util';
import { Processes } from '@strata/conformance/process';
import { type Postgres, startPostgres } from '@strata/services/postgres';
import { drawChart } from './chart.ts';
import { putUnderLoad, TASKS } from './load.ts';
import { describeMachine, readVersions, refuseWhenBusy } from './machine.ts';
import { ROOT } from './repository.ts';
import { CHART, RESULTS, type Results, readResults, replaceFile, type Settings } from './results.ts';
import { runRounds } from './rounds.ts';
import { STAGES } from './stages.ts';
import { startTracker, type Tracker } from './tracker.ts';

const USAGE = `usage: npm run bench -w shared/bench [-- [--draw] [--dry-run] [--rounds 5] [--seconds 3] [--connections 10]]
  --draw      measure nothing, draw the chart from results.json
  --dry-run   measure and print, write nothing`;

interface Options {
  readonly draw: boolean;
  readonly dryRun: boolean;
  readonly settings: Settings;
}

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  if (typeof options === 'string') {
    console.error(`error: ${options}\n${USAGE}`);
    return 2;
  }
  try {
    const results = options.draw ? readResults() : await measure(options);
    if (!options.draw) print(results);
    if (options.dryRun) return 0;
    if (!options.draw) replaceFile(RESULTS, `${JSON.stringify(results, undefined, 2)}\n`);
    replaceFile(CHART, await drawChart(results));
    return 0;
  } catch (error) {
    console.error(`error: ${error instanceof Error ? error.message : String(error)}`);
    return 1;
  }
}

async function measure({ settings, dryRun }: Options): Promise<Results> {
  const machine = describeMachine();
  const warning = refuseWhenBusy(machine, !dryRun);
  if (warning !== undefined) console.warn(warning);
  const processes = new Processes(ROOT);
  let postgres: Promise<Postgres> | undefined;
  try {
    const machinery = {
      processes,
      postgres: () => {
        postgres ??= startPostgres({ own: true });
        return postgres;
      },
    };
    const trackers: Tracker[] = [];
    for (const number of STAGES) trackers.push(await startTracker(number, machinery, console.log));
    const { connections, rounds, seconds, warmUpSeconds } = settings;
    const stages = await runRounds(trackers, {
      rounds,
      warmUp: (target) => putUnderLoad(target, { connections, seconds: warmUpSeconds }),
      load: (target) => putUnderLoad(target, { connections, seconds }),
      say: console.log,
    });
    const measured = new Date().toISOString().slice(0, 10);
    return { measured, machine, versions: readVersions(), load: settings, stages };
  } finally {
    await processes.close();
    await (await postgres)?.stop();
  }
}

function print({ stages }: Results): void {
  console.table(
    Object.fromEntries(
      stages.map(({ stage, requestsPerSecond: { median, lowest, highest }, ratio, askerBusy }) => [
        stage,
        { 'requests/s': median, lowest, highest, 'to the first': ratio.median, 'asker busy': askerBusy },
      ]),
    ),
  );
}

function readOptions(args: readonly string[]): Options | string {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        draw: { type: 'boolean', default: false },
        'dry-run': { type: 'boolean', default: false },
        rounds: { type: 'string', default: '5' },
        seconds: { type: 'string', default: '3' },
        connections: { type: 'string', default: '10' },
      },
    });
    const settings: Settings = {
      request: 'GET /tasks',
      tasks: TASKS,
      connections: readCount(values.connections, '--connections'),
      rounds: readCount(values.rounds, '--rounds'),
      seconds: readCount(values.seconds, '--seconds'),
      warmUpSeconds: 2,
    };
    return { draw: values.draw, dryRun: values['dry-run'], settings };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function readCount(text: string, option: string): number {
  if (!/^[1-9]\d{0,2}$/.test(text)) throw new Error(`${option} must be a whole number from 1 to 999.`);
  return Number(text);
}
