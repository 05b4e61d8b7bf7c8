import path from 'node:path';
import { runCommand } from '../../conformance/src/command-line.ts';
import { Failure } from '../../conformance/src/failure.ts';
import { readStartCommand } from '../../conformance/src/manifest.ts';
import { shorten } from '../../conformance/src/output.ts';
import { Processes } from '../../conformance/src/process.ts';
import type { Program } from '../../conformance/src/program.ts';
import { type Instance, startServer } from '../../conformance/src/server.ts';
import { Session } from '../../conformance/src/session.ts';
import { StartError } from '../../conformance/src/start-problem.ts';

const LONGEST = 20;

/** The repository, absolute. */
export const ROOT = path.resolve(import.meta.dirname, '../../..');

const TELL_MORE = './strata check tells more: what was tried, what was seen, what to do about it.';
const BEGIN = './strata start NN begins a tracker in my/tracker; --dir names another folder.';

/** A side could not be measured; the message is one sentence for the learner. */
export class Unmeasured extends Error {
  /** What to try next. */
  readonly next: string;

  constructor(message: string, next: string) {
    super(message);
    this.next = next;
  }
}

/** Starts trackers for one experiment and answers for all of them: after `close` none runs and no file is left. */
export class Lab {
  /** The learner's tracker, when the experiment is about it. */
  readonly mine: Subject | undefined;
  readonly #processes = new Processes(ROOT);

  /** `mine`: the folder of the learner's tracker, absolute. */
  constructor(mine?: string) {
    if (mine !== undefined) this.mine = new Subject(nameOf(mine), mine, this.#processes);
  }

  /** The reference of a stage, or a copy of it in another folder. */
  reference(stage: string, folder = path.join(ROOT, 'stages', stage)): Subject {
    return new Subject(stage, folder, this.#processes);
  }

  /** A path inside a folder that goes with the experiment. */
  temporary(name: string): string {
    return path.join(this.#processes.folder, name);
  }

  /** Ends what still runs and removes what was written. */
  close(): Promise<void> {
    return this.#processes.close();
  }
}

/** One tracker that is measured. */
export class Subject {
  /** As the card calls it: `01-http`, `my/tracker`. */
  readonly name: string;
  readonly folder: string;
  readonly #processes: Processes;

  constructor(name: string, folder: string, processes: Processes) {
    this.name = name;
    this.folder = folder;
    this.#processes = processes;
  }

  /** An interactive session with --json and more arguments. Throws Unmeasured when there is no start command. */
  session(...args: string[]): Promise<Session> {
    return this.attempt(async () => new Session(this.#program(), ['--json', ...args]));
  }

  /** One command of the command line, to its end. Throws Unmeasured when it does not end. */
  command(...args: string[]): Promise<{ status: number | null; value: unknown }> {
    return this.attempt(async () => {
      const result = await runCommand(this.#program(), ['--json', ...args]);
      return { status: result.status, value: result.status === 0 ? result.json() : undefined };
    });
  }

  /** A server, ready for requests. Throws Unmeasured when it does not start. */
  server(): Promise<Instance> {
    return this.attempt(() => startServer(this.#program()));
  }

  /** Does something with this tracker. Throws Unmeasured, in one sentence, when the tracker does not play its part. */
  async attempt<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw this.#explain(error);
    }
  }

  #program(): Program {
    return { folder: this.folder, words: readStartCommand(this.folder), processes: this.#processes };
  }

  #explain(error: unknown): unknown {
    if (error instanceof StartError) {
      const { kind, title } = error.problem;
      return new Unmeasured(`${this.name}: ${title}`, kind === 'manifest-missing' ? BEGIN : TELL_MORE);
    }
    if (!(error instanceof Failure)) return error;
    const { sent = '', expected, came } = error.facts;
    const last = sent.split('\n').at(-1)?.trim() ?? '';
    const asked = last === '' ? '' : `, after ${last}`;
    return new Unmeasured(`${this.name}${asked}: expected ${expected}; came ${firstLine(came)}`, TELL_MORE);
  }
}

// Inside the repository a folder is called by its path while that is short, else by its own name.
function nameOf(folder: string): string {
  const relative = path.relative(ROOT, folder);
  const near = relative !== '' && !relative.startsWith('..') && !path.isAbsolute(relative);
  return shorten(near && relative.length <= LONGEST ? relative : path.basename(folder), LONGEST);
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}
