import { checks as registry } from '../checks/registry.ts';
import { type CheckResult, runCheck } from './attempt.ts';
import { Browser, BrowserError } from './browser.ts';
import { ensureBuilt } from './build.ts';
import { type Check, looksAtPage } from './check.ts';
import { Databases } from './databases.ts';
import type { FailureFacts } from './failure.ts';
import { runLane } from './lanes.ts';
import { readApiCommand, readStartCommand } from './manifest.ts';
import { runPageLanes } from './page-lanes.ts';
import { Processes } from './process.ts';
import type { Running } from './process-table.ts';
import { Random } from './random.ts';
import { putFirst, selectChecks } from './selection.ts';
import { Shared } from './shared.ts';
import { readStage, type Stage } from './stages.ts';
import { StartError, type StartProblem } from './start-problem.ts';
import { createTracker, type RunContext } from './tracker.ts';
import { Verdict } from './verdict.ts';

export type { CheckResult } from './attempt.ts';

/** A check that comes before its turn. */
export interface First {
  readonly id: string;
  /** Whether it fails as it did before. When it does not, something else is wrong now: it is told in its turn. */
  isAgain(failure: FailureFacts): boolean;
}

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
  /** The one that goes before all others, such as what failed last time; unknown ones do not matter. */
  readonly first?: First;
  /** Any order, by the seed. */
  readonly shuffle?: boolean;
  /** Stop at the first failure in suite order. */
  readonly bail?: boolean;
  readonly signal?: AbortSignal;
  /** One that runs already, for several runs one after the other or at once; it stays open. */
  readonly browser?: Browser;
  /** How many checks there are, before the first result. */
  onStart?(total: number): void;
  /** Every result as soon as it and all before it are known. */
  onResult?(result: CheckResult): void;
  /** A plain line about what takes a while: a build, a browser that is installed. */
  onNote?(line: string): void;
  /** What the tracker can do, where that is less than its stage asks for: only checks of these count. */
  readonly capabilities?: readonly string[];
  /** It is built, and started with these words instead of those in its stage.json. */
  readonly start?: readonly string[];
  /** Other checks than the suite's; for tests of the engine. */
  readonly checks?: readonly Check[];
}

export interface RunReport {
  readonly stage: string;
  readonly title: string;
  readonly seed: number;
  /** In suite order; what did not get its turn is `waiting`. */
  readonly results: readonly CheckResult[];
  /** Set when the tracker could not be started: then every check waits. */
  readonly startProblem?: StartProblem;
  /** Why there was no browser, in one sentence: then the checks that look at the page wait. */
  readonly browserProblem?: string;
  /** Processes that the tracker left running; they have been killed. */
  readonly leftovers: readonly Running[];
  /** What the shared process printed on its own. */
  readonly stdout: string;
  readonly stderr: string;
  readonly milliseconds: number;
}

// Beside the shared process and its checks, with two cores in mind.
const ISOLATED = 2;

/**
 * Runs the checks of a stage against a tracker. Throws an Error when there is no such stage; everything that is the
 * tracker's doing is in the report. Whatever was started has ended when it settles.
 */
export async function runChecks(options: RunOptions): Promise<RunReport> {
  const begun = performance.now();
  const stage = narrowed(readStage(options.root, options.stage), options.capabilities);
  const selected = selectChecks(options.checks ?? registry, stage, options.only);
  const regular = options.shuffle ? new Random(String(options.seed)).shuffle(selected) : selected;
  const order = putFirst(regular, options.first?.id);
  const verdict = new Verdict(order, regular, options);
  const processes = new Processes(options.root);
  const databases = stage.capabilities.includes('database')
    ? new Databases(stage.capabilities.includes('accounts'))
    : undefined;
  let printed = { stdout: '', stderr: '' };
  let startProblem: StartProblem | undefined;
  let browserProblem: string | undefined;
  const note = (line: string): void => options.onNote?.(line);
  const browser = selected.some(looksAtPage) ? (options.browser?.lend() ?? new Browser(note)) : undefined;
  try {
    const program = {
      folder: options.dir,
      words: options.start ?? readStartCommand(options.dir),
      ...(options.start === undefined && { api: readApiCommand(options.dir) }),
      processes,
      webPort: stage.capabilities.includes('pages'),
      accounts: stage.capabilities.includes('accounts'),
      paging: stage.capabilities.includes('paging'),
      ...(databases && { databases }),
    };
    if (options.start === undefined) await ensureBuilt(options.root, options.dir, processes, note);
    const shared = new Shared(program);
    const transport = stage.capabilities.includes('cli') ? 'cli' : 'http';
    const run = {
      seed: options.seed,
      program,
      shared,
      transport,
      ...(browser && { browser }),
    } as const;
    browserProblem = await runAll(order, verdict, run);
    printed = shared.printed();
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    startProblem = error.problem;
  } finally {
    verdict.close();
    await browser?.close();
    await processes.close();
    await databases?.close();
  }
  return {
    stage: stage.number,
    title: stage.title,
    seed: options.seed,
    results: verdict.results,
    ...(startProblem && { startProblem }),
    ...(browserProblem !== undefined && { browserProblem }),
    ...printed,
    leftovers: processes.leftovers,
    milliseconds: performance.now() - begun,
  };
}

/**
 * The shared checks one after the other, the isolated ones and those that look at the page beside them. Throws a
 * StartError; settles with the reason why there was no browser.
 */
async function runAll(
  order: readonly Check[],
  verdict: Verdict,
  run: RunContext,
): Promise<string | undefined> {
  const accounts = run.program.accounts === true;
  const begin = run.shared.begin(run.transport);
  // A server that ignores PORT would find another one of its kind on its port: one at first, so that this is told.
  const alone = run.transport === 'http' ? begin : Promise.resolve();
  const attempt = async (check: Check): Promise<void> => {
    const result = await runCheck(check, createTracker(check, run), { accounts });
    await begin; // a tracker that does not start is told as that, not as a check that failed
    verdict.add(result);
  };
  const stopped = (): boolean => verdict.stopped;
  const atPage = order.filter(looksAtPage);
  const together = order.filter((check) => check.isolated !== true && !looksAtPage(check));
  const apart = order.filter((check) => check.isolated === true && !looksAtPage(check));
  const idle = begin.then(() => runLane(together, 1, stopped, attempt));
  let problem: string | undefined;
  const lanes = Promise.all([
    idle,
    alone.then(() => runLane(apart, ISOLATED, stopped, attempt)),
    runPageLanes(atPage, run, idle, { stopped, add: (result) => verdict.add(result) }).catch(
      async (error) => {
        if (!(error instanceof BrowserError)) throw error;
        await begin;
        problem = error.message;
      },
    ),
  ]);
  await Promise.race([lanes, verdict.whenStopped]);
  lanes.catch(() => {}); // what still runs after an early stop fails for that reason alone
  await run.shared.end();
  return problem;
}

function narrowed(stage: Stage, able: readonly string[] | undefined): Stage {
  if (able === undefined) return stage;
  return { ...stage, capabilities: stage.capabilities.filter((one) => able.includes(one)) };
}
