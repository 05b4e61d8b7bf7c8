import { BrowserError } from '../../conformance/src/browser.ts';
import { ensureBuilt } from '../../conformance/src/build.ts';
import { runCommand } from '../../conformance/src/command-line.ts';
import type { Databases } from '../../conformance/src/databases.ts';
import { Failure } from '../../conformance/src/failure.ts';
import { readApiCommand, readStartCommand } from '../../conformance/src/manifest.ts';
import { shorten } from '../../conformance/src/output.ts';
import type { Processes } from '../../conformance/src/process.ts';
import type { Program } from '../../conformance/src/program.ts';
import { type Instance, startServer } from '../../conformance/src/server.ts';
import { Session } from '../../conformance/src/session.ts';
import { StartError } from '../../conformance/src/start-problem.ts';
import { ROOT } from './repository.ts';
import { Unmeasured } from './unmeasured.ts';

const TELL_MORE = './strata check tells more: what was tried, what was seen, what to do about it.';
const AGAIN = 'Then the same command once more.';
const BEGIN = './strata start NN begins a tracker in my/tracker; --dir names another folder.';

// A tracker without a command for its API alone starts its page along with it, and brings its tables up to date.
const PATIENCE = 15_000;

/** How a server is started. */
interface ServerOptions {
  /** It serves its page beside the API. */
  readonly web?: boolean;
  /**
   * It is told of an empty database, or of the one that another server was told of; its API alone, unless it serves its
   * page.
   */
  readonly database?: 'empty' | Pick<Instance, 'settings'>;
}

/** One tracker that is measured. */
export class Subject {
  /** As the card calls it: `01-http`, `my/tracker`. */
  readonly name: string;
  readonly folder: string;
  readonly #processes: Processes;
  readonly #databases: Databases;

  constructor(name: string, folder: string, processes: Processes, databases: Databases) {
    this.name = name;
    this.folder = folder;
    this.#processes = processes;
    this.#databases = databases;
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

  /** Builds it where there is something to build. Throws Unmeasured when that fails. */
  build(): Promise<void> {
    return this.attempt(() => ensureBuilt(ROOT, this.folder, this.#processes, (line) => console.error(line)));
  }

  /** A server, built and ready for requests. Throws Unmeasured. */
  async server({ web = false, database }: ServerOptions = {}): Promise<Instance> {
    await this.build();
    return this.attempt(() => {
      if (database === undefined) return startServer({ ...this.#program(), webPort: web });
      const { DATABASE_URL } = database === 'empty' ? {} : database.settings;
      const words = web ? readStartCommand(this.folder) : readApiCommand(this.folder);
      const program = { ...this.#program(), words, webPort: web, databases: this.#databases };
      return startServer(program, DATABASE_URL === undefined ? {} : { DATABASE_URL }, PATIENCE);
    });
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
    if (error instanceof BrowserError) return new Unmeasured(error.message, AGAIN);
    if (isFromBrowser(error))
      return new Unmeasured(`${this.name}: the browser gave up: ${firstLine(error.message)}`, AGAIN);
    if (!(error instanceof Failure)) return error;
    const { sent = '', expected, came } = error.facts;
    const last = sent.split('\n').at(-1)?.trim() ?? '';
    const asked = last === '' ? '' : `, after ${last}`;
    return new Unmeasured(`${this.name}${asked}: expected ${expected}; came ${firstLine(came)}`, TELL_MORE);
  }
}

// What Playwright throws begins with what was called: "page.goto: Timeout 5000ms exceeded."
function isFromBrowser(error: unknown): error is Error {
  return (
    error instanceof Error && /^(page|locator|browser|browserContext|response)\.\w+: /.test(error.message)
  );
}

// A line that only introduces the next ones takes three of them along.
function firstLine(text: string): string {
  const [first = '', ...rest] = text.split('\n').map((line) => line.trim());
  return first.endsWith(':') ? `${first} ${shorten(rest.slice(0, 3).join(', '), 160)}` : first;
}
