import { BrowserError } from './browser.ts';
import { type Check, isForOneUser, type Tracker } from './check.ts';
import { within } from './child.ts';
import { Failure, type FailureFacts } from './failure.ts';
import { repeatSignedIn } from './signed-in.ts';
import { StartError } from './start-problem.ts';

export interface CheckResult {
  readonly check: Check;
  /** `waiting`: it did not get its turn. */
  readonly status: 'passed' | 'failed' | 'waiting';
  readonly milliseconds: number;
  readonly failure?: FailureFacts;
  /** Set when the check itself is broken, not the tracker: where, for whoever maintains the suite. */
  readonly bug?: string;
}

const LIMIT = 20_000;

interface Circumstances {
  /** Done first. */
  readonly prepare?: () => Promise<void>;
  /** The tracker is one where people sign in. */
  readonly accounts: boolean;
}

/** Runs one check to its end. Never throws but a BrowserError: whatever else happens is in the result. */
export async function runCheck(
  check: Check,
  tracker: Tracker,
  { prepare = async () => {}, accounts }: Circumstances,
): Promise<CheckResult> {
  const begun = performance.now();
  const measure = (): number => performance.now() - begun;
  try {
    const ended = await within(
      prepare()
        .then(() => check.run(tracker))
        .then(() => true),
      LIMIT,
    );
    if (ended === undefined)
      throw new Failure({ expected: 'an end within 20 s', came: 'the check was still waiting' });
    return { check, status: 'passed', milliseconds: measure() };
  } catch (error) {
    if (error instanceof BrowserError) throw error;
    const { failure, bug } = explain(check, error);
    if (accounts && failure.again !== undefined)
      failure.again = repeatSignedIn(failure.again, isForOneUser(check));
    return { check, status: 'failed', milliseconds: measure(), failure, ...(bug !== undefined && { bug }) };
  }
}

function explain(check: Check, error: unknown): { failure: FailureFacts; bug?: string } {
  if (error instanceof Failure) return { failure: error.facts };
  if (error instanceof StartError) return { failure: error.toFailure().facts };
  const bug = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const came = `a mistake in the check ${check.id} itself, not in your tracker: please report it\n${bug}`;
  return { failure: { expected: 'a check that works', came }, bug };
}
