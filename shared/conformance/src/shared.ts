import { within } from './child.ts';
import { Failure } from './failure.ts';
import type { Instance } from './instance.ts';
import type { Program } from './program.ts';
import { startServer } from './server.ts';
import { Session } from './session.ts';
import { describeEnd, lastWords, StartError, startError } from './start-problem.ts';
import { joinWords } from './words.ts';

// How long the shared process may take to end at the end of a run before it is ended by force.
const GRACE = 500;

/** The process that the checks of a run share: a session or a server, started anew when it has ended. */
export class Shared {
  readonly #program: Program;
  readonly #printed: { stdout: string; stderr: string }[] = [];
  #session: Session | undefined;
  #server: Promise<Instance> | undefined;
  #instance: Instance | undefined;

  constructor(program: Program) {
    this.#program = program;
  }

  /** The session that is running now. */
  session(): Session {
    if (this.#session === undefined || this.#session.ended !== undefined) {
      this.#session = new Session(this.#program, ['--json']);
      this.#printed.push(this.#session);
    }
    return this.#session;
  }

  /** The server that is running now. Throws a StartError when it cannot be started. */
  server(): Promise<Instance> {
    if (this.#instance?.child.ended !== undefined) this.#server = undefined;
    this.#server ??= this.#startServer();
    return this.#server;
  }

  async #startServer(): Promise<Instance> {
    this.#instance = undefined;
    try {
      this.#instance = await startServer(this.#program);
    } catch (error) {
      this.#server = undefined;
      throw error;
    }
    this.#printed.push(this.#instance);
    return this.#instance;
  }

  /**
   * Starts it for the first time. Throws a StartError when it cannot be started; a command line that answers in a
   * wrong way has started.
   */
  async begin(transport: 'cli' | 'http'): Promise<void> {
    if (transport === 'http') await this.server();
    else await beginSession(this.#program, this.session());
  }

  /** What it printed on its own, all its lives together: a session's answers and refusals do not count. */
  printed(): { stdout: string; stderr: string } {
    const stderr = this.#printed.map((one) => one.stderr).join('');
    if (this.#session !== undefined)
      return { stdout: '', stderr: stderr.replace(/^(?:error|usage):.*\n?/gm, '') };
    return { stdout: this.#printed.map((one) => one.stdout).join(''), stderr };
  }

  /** Asks it to end, as its user would, and waits a moment. */
  async end(): Promise<void> {
    await this.#instance?.stop('SIGTERM', GRACE);
    if (this.#session === undefined || this.#session.ended !== undefined) return;
    this.#session.endInput();
    await within(this.#session.exited, GRACE);
  }
}

async function beginSession(program: Program, session: Session): Promise<void> {
  try {
    await session.ask('list');
  } catch (error) {
    const { ended } = session;
    if (!(error instanceof Failure) || ended === undefined) {
      if (error instanceof StartError) throw error;
      return;
    }
    // A program that says "error: …" or shows its usage has been started; one that crashes has not.
    if (ended.status === 0 || ended.status === 2 || /^error:/m.test(session.stderr)) return;
    throw startError('exited', {
      title: `The tracker ended before it answered anything (${describeEnd(ended)}).`,
      tried: `${joinWords([...program.words, '--json'])}   in ${program.folder}`,
      seen: lastWords(session),
      advice: 'The output above says where: begin with its first line that names a file of yours.',
    });
  }
}
