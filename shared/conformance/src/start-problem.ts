import { Failure } from './failure.ts';
import { lastLines } from './output.ts';

export type StartProblemKind =
  | 'manifest-missing'
  | 'manifest-invalid'
  | 'command-not-found'
  | 'build-failed'
  | 'no-database'
  | 'exited'
  | 'hangs'
  | 'wrong-port'
  | 'wrong-interface';

/** Why a tracker could not be started, for the person who wrote it. All texts may have several lines. */
export interface StartProblem {
  readonly kind: StartProblemKind;
  /** One sentence: what went wrong. */
  readonly title: string;
  /** What was tried: the command, the folder, the port. */
  readonly tried: string;
  /** What was seen, with the last lines of the tracker's own output. */
  readonly seen: string;
  /** What to do about it. */
  readonly advice: string;
}

/** Carries a start problem to whoever asked for the tracker. */
export class StartError extends Error {
  readonly problem: StartProblem;

  constructor(problem: StartProblem) {
    super(problem.title);
    this.name = 'StartError';
    this.problem = problem;
  }

  /** The same as a check's failure, for a server that one check started. */
  toFailure(): Failure {
    const { title, tried, seen, advice } = this.problem;
    return new Failure({
      sent: tried,
      expected: 'a tracker that starts',
      came: `${title}\n${seen}\n${advice}`,
    });
  }
}

/** Builds the error for a problem of one kind. */
export function startError(kind: StartProblemKind, problem: Omit<StartProblem, 'kind'>): StartError {
  return new StartError({ kind, ...problem });
}

// The runtime's own frames in a stack trace: nothing there is the reader's to mend.
const INTERNAL = /^\s+at .*\bnode:internal\/|^Node\.js v\d|^\s*$/;

/** The last lines that a tracker printed, standard error first, for a message; or that it printed nothing. */
export function lastWords(printed: { stdout: string; stderr: string }, count = 8): string {
  const own = printed.stderr.split(/\r?\n/).filter((line) => !INTERNAL.test(line));
  const lines = [...lastLines(own.join('\n'), count), ...lastLines(printed.stdout, 3)];
  return lines.length === 0
    ? 'It printed nothing.'
    : ['It printed:', ...lines.map((line) => `  ${line}`)].join('\n');
}

/** `status 1`, `signal SIGSEGV`. */
export function describeEnd(ended: { status: number | null; signal: string | null }): string {
  return ended.signal === null ? `exit status ${ended.status}` : `signal ${ended.signal}`;
}
