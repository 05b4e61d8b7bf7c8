import { checks as registry } from '../checks/registry.ts';
import { type CheckResult, runCheck } from './attempt.ts';
import type { Check } from './check.ts';
import { runLane } from './lanes.ts';
import { readStartCommand } from './manifest.ts';
import { Processes } from './process.ts';
import type { Running } from './process-table.ts';
import { Random } from './random.ts';
import { selectChecks } from './selection.ts';
import { Shared } from './shared.ts';
import { readStage, type Stage } from './stages.ts';
import { StartError, type StartProblem } from './start-problem.ts';
import { createTracker } from './tracker.ts';

export type { CheckResult } from './attempt.ts';

export interface RunOptions {
  /** The repository's folder. */
  readonly root: string;
  /** `01`, `1` or `01-http`. */
  readonly stage: string;
  /** The folder of the tracker under test, with its stage.json. */
  readonly dir: string;
  readonly seed: number;
  /** Only these checks, by id or by the beginning of one up to a dot (`task`). */
  readonly only?: readonly string[];
  /** Any order, by the seed. */
  readonly shuffle?: boolean;
  /** Stop at the first failure in suite order. */
  readonly bail?: boolean;
  readonly signal?: AbortSignal;
  /** How many checks there are, before the first result. */
  onStart?(total: number): void;
  /** Every result as soon as it and all before it are known. */
  onResult?(result: CheckResult): void;
  /** Other checks than the suite's; for tests of the engine. */
  readonly checks?: readonly Check[];
}

export interface RunReport {
  readonly stage: string;
  readonly title: string;
  readonly seed: number;
  readonly results: CheckResult[];
  /** Set when the tracker could not be started: then every check waits. */
  readonly startProblem?: StartProblem;
  /** Processes that the tracker left running; they have been killed. */
  readonly leftovers: readonly Running[];
  /** What the shared process printed on its own. */
  readonly stdout: string;
  readonly stderr: string;
  readonly milliseconds: number;
}

// Two cores: one for the shared process, and the others take turns.
const ISOLATED = 2;

/**
 * Runs the checks of a stage against a tracker. Throws an Error when there is no such stage; everything that is the
 * tracker's doing is in the report. Whatever was started has ended when it settles.
 */
export async function runChecks(options: RunOptions): Promise<RunReport> {
  const begun = performance.now();
  const stage = readStage(options.root, options.stage);
  const selected = selectChecks(options.checks ?? registry, stage, options.only);
  const order = options.shuffle ? new Random(`${options.seed}`).shuffle(selected) : selected;
  options.onStart?.(order.length);
  const results: CheckResult[] = order.map((check) => ({ check, status: 'waiting', milliseconds: 0 }));
  const processes = new Processes(options.root);
  try {
    const program = { folder: options.dir, words: readStartCommand(options.dir), processes };
    const shared = new Shared(program);
    const ended = await runAll({ options, stage, order, results, program, shared });
    const leftovers = await processes.close();
    return { ...head(), ...ended, ...shared.printed(), leftovers, milliseconds: performance.now() - begun };
  } catch (error) {
    const leftovers = await processes.close();
    if (!(error instanceof StartError)) throw error;
    const startProblem = error.problem;
    return {
      ...head(),
      startProblem,
      leftovers,
      stdout: '',
      stderr: '',
      milliseconds: performance.now() - begun,
    };
  }

  function head(): { stage: string; title: string; seed: number; results: CheckResult[] } {
    return { stage: stage.number, title: stage.title, seed: options.seed, results };
  }
}

interface Run {
  readonly options: RunOptions;
  readonly stage: Stage;
  readonly order: readonly Check[];
  /** Filled in as checks end. */
  readonly results: CheckResult[];
  readonly program: {
    readonly folder: string;
    readonly words: readonly string[];
    readonly processes: Processes;
  };
  readonly shared: Shared;
}

async function runAll({
  options,
  stage,
  order,
  results,
  program,
  shared,
}: Run): Promise<{ startProblem?: StartProblem }> {
  const http = !stage.capabilities.includes('cli');
  const stop = Promise.withResolvers<void>();
  let reported = 0;
  let stopped = false;
  const finish = (): void => {
    stopped = true;
    stop.resolve();
  };
  const report = (): void => {
    for (
      let next = results[reported];
      next !== undefined && next.status !== 'waiting' && !stopped;
      next = results[reported]
    ) {
      reported += 1;
      options.onResult?.(next);
      if (options.bail && next.status === 'failed') finish();
    }
  };
  const attempt = async (index: number): Promise<void> => {
    const check = order[index];
    if (check === undefined) return;
    const result = await runCheck(check, createTracker(check, options.seed, program, shared, http));
    if (stopped) return;
    results[index] = result;
    report();
  };
  options.signal?.addEventListener('abort', finish, { once: true });
  if (options.signal?.aborted) finish();
  const indexes = order.map((_, index) => index);
  const apart = indexes.filter((index) => order[index]?.isolated === true);
  const together = indexes.filter((index) => order[index]?.isolated !== true);
  const begin = shared.begin(http ? 'http' : 'cli');
  const lanes = begin.then(() =>
    Promise.all([
      runLane(together, 1, () => stopped, attempt),
      runLane(apart, ISOLATED, () => stopped, attempt),
    ]),
  );
  try {
    await Promise.race([lanes, stop.promise]);
    lanes.catch(() => {}); // what still runs when the run stops early fails for that reason alone
    await shared.end();
    return {};
  } finally {
    finish();
    options.signal?.removeEventListener('abort', finish);
    for (const [index, { status }] of results.entries()) {
      const check = order[index];
      if (index >= reported && status !== 'waiting' && check)
        results[index] = { check, status: 'waiting', milliseconds: 0 };
    }
  }
}
