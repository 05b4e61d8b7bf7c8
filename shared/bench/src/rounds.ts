import type { Run, Target } from './load.ts';
import { type Spread, spread } from './statistics.ts';
import type { Tracker } from './tracker.ts';

/** What the rounds gave for one stage. */
export interface StageResult {
  readonly stage: string;
  readonly title: string;
  /** The size of one answer's body. */
  readonly bytes: number;
  readonly requestsPerSecond: Spread & { readonly runs: readonly number[] };
  /** To the first stage, of each round for itself: what slows the machine down for a while slows both. */
  readonly ratio: Spread;
  /** How much of its time whoever asks was busy, 0 to 1. */
  readonly askerBusy: number;
}

interface Options {
  readonly rounds: number;
  /** Puts one target under load. */
  load(target: Target): Promise<Run>;
  /** The same before the first round, for nothing. */
  warmUp(target: Target): Promise<Run>;
  /** Is told of each run as soon as it is over. */
  say(line: string): void;
}

/**
 * Puts trackers under load one after the other, in rounds: whatever changes on the machine meanwhile meets all of them.
 * @param trackers the first one is what the others are compared with
 * @throws WrongAnswer, with the stage's name, when one does not answer as it has to
 */
export async function runRounds(trackers: readonly Tracker[], options: Options): Promise<StageResult[]> {
  const { rounds, load, warmUp, say } = options;
  const runs = trackers.map((tracker) => ({ tracker, bytes: 0, runs: [] as Run[] }));
  for (const { tracker } of runs) await aimAt(tracker, warmUp);
  for (let round = 0; round < rounds; round += 1) {
    // Each round begins with another one, so that none always comes after the same.
    const first = round % runs.length;
    for (const one of [...runs.slice(first), ...runs.slice(0, first)]) {
      const { target, run } = await aimAt(one.tracker, load);
      one.bytes = Buffer.byteLength(target.body);
      one.runs.push(run);
      say(`round ${round + 1}  ${one.tracker.stage}  ${Math.round(run.requestsPerSecond)} requests/s`);
    }
  }
  const base = runs[0]?.runs ?? [];
  return runs.map((one) => summarize(one, base));
}

async function aimAt(
  tracker: Tracker,
  load: (target: Target) => Promise<Run>,
): Promise<{ target: Target; run: Run }> {
  try {
    const target = await tracker.aim();
    return { target, run: await load(target) };
  } catch (error) {
    if (error instanceof Error) error.message = `${tracker.stage}: ${error.message}`;
    throw error;
  }
}

function summarize(
  { tracker, bytes, runs }: { tracker: Tracker; bytes: number; runs: readonly Run[] },
  base: readonly Run[],
): StageResult {
  const speeds = runs.map(({ requestsPerSecond }) => Math.round(requestsPerSecond));
  const ratios = runs.map((run, at) => run.requestsPerSecond / (base[at]?.requestsPerSecond ?? Number.NaN));
  const ratio = spread(ratios.map((one) => round(one)));
  return {
    stage: tracker.stage,
    title: tracker.title,
    bytes,
    requestsPerSecond: { ...spread(speeds), runs: speeds },
    ratio,
    askerBusy: round(spread(runs.map(({ askerBusy }) => askerBusy)).median),
  };
}

function round(share: number): number {
  return Math.round(share * 1000) / 1000;
}
