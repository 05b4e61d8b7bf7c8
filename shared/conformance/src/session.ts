import { type Child, type Ended, within } from './child.ts';
import { COMMAND_LIMIT, CommandResult, describeCommand } from './command-line.ts';
import { Failure } from './failure.ts';
import { notStarted, type Program, startProgram } from './program.ts';
import { explainEnd, explainNoise, explainSilence } from './session-explained.ts';
import { type Reply, SessionOutput } from './session-output.ts';

export type { Reply } from './session-output.ts';

const ANSWER_LIMIT = 2000;

/** An interactive session: commands go in a line each, answers come out. */
export class Session {
  readonly #program: Program;
  readonly #args: readonly string[];
  readonly #child: Child;
  readonly #typed: string[] = [];
  readonly #limit: number;
  readonly #output = new SessionOutput();
  #wake: () => void = () => {};
  #startError: unknown;

  /** `limit`: how long it may take to answer, in milliseconds. */
  constructor(program: Program, args: readonly string[], limit = ANSWER_LIMIT) {
    this.#limit = limit;
    this.#program = program;
    this.#args = args;
    this.#child = startProgram(program, args, { input: true });
    for (const stream of ['stdout', 'stderr'] as const) {
      this.#child.onOutput(stream, (text) => {
        this.#output.hear(stream, text);
        this.#wake();
      });
    }
    this.#child.exited.then(
      () => this.#wake(),
      (error: unknown) => {
        this.#startError = error;
        this.#wake();
      },
    );
  }

  /** How the process ended; undefined while it runs. */
  get ended(): Ended | undefined {
    return this.#child.ended;
  }

  /** Everything printed so far. */
  get stdout(): string {
    return this.#child.stdout.text;
  }

  get stderr(): string {
    return this.#child.stderr.text;
  }

  /** Sends text as it is, without waiting for an answer. */
  write(text: string): void {
    this.#typed.push(text.replace(/\n$/, ''));
    this.#child.input?.write(text);
  }

  /** Sends one command and waits for its answer. Throws a Failure when there is none in time. */
  async ask(line: string): Promise<Reply> {
    this.#output.forget();
    this.write(`${line}\n`);
    return this.reply();
  }

  /** The next answer to what was written before. Throws a Failure when there is none in time. */
  async reply(): Promise<Reply> {
    const reply = await this.#wait(() => this.#output.takeReply());
    if (!('noise' in reply)) return reply;
    const expected = 'with --json nothing but JSON documents on standard output';
    throw new Failure({ ...this.typed(), expected, came: explainNoise(reply.noise) });
  }

  /**
   * Sends a command that may print anything or nothing, such as a deletion, and a listing after it.
   * Returns whether the command was refused, and the list.
   */
  async askThenList(
    line: string,
    listing: string,
  ): Promise<{ refusal: string | undefined; list: unknown[] }> {
    this.#output.forget();
    this.write(`${line}\n${listing}\n`);
    const list = await this.#wait(() => this.#output.takeList());
    // Standard error was written first, but may be read a moment later.
    await new Promise((resolve) => setImmediate(resolve));
    return { refusal: this.#output.takeRefusal(), list };
  }

  /** Ends the input and waits for the end of the program. Throws a Failure when it stays. */
  async finish(limit = COMMAND_LIMIT): Promise<CommandResult> {
    this.endInput();
    const ended = await within(this.#child.exited, limit);
    const typed = describeCommand(this.#program, this.#args, `${this.#typed.join('\n')}\n`);
    if (ended !== undefined) return new CommandResult(typed, this.#child, ended);
    this.kill();
    const expected = 'the session ends when its input ends';
    throw new Failure({ ...typed, expected, came: `it was still running after ${limit / 1000} s` });
  }

  /** Says that no more commands come. */
  endInput(): void {
    this.#child.input?.end();
  }

  /** What was typed last, to show and to repeat. */
  typed(): { sent: string; again: string } {
    return describeCommand(this.#program, this.#args, `${this.#typed.slice(-6).join('\n')}\n`);
  }

  /** Ends it by force, at once. */
  kill(): void {
    this.#child.kill();
  }

  /** Settles when the process has ended. */
  get exited(): Promise<Ended> {
    return this.#child.exited;
  }

  /** Waits until `take` gives something. Throws a Failure when it does not in time, or the session ended. */
  async #wait<T>(take: () => T | undefined): Promise<T> {
    const deadline = Date.now() + this.#limit;
    for (;;) {
      const taken = take();
      if (taken !== undefined) return taken;
      const left = deadline - Date.now();
      if (this.#startError !== undefined) throw notStarted(this.#program, this.#startError);
      if (left <= 0 || this.ended !== undefined) throw this.#explain();
      const woken = new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
      await within(woken, left);
    }
  }

  #explain(): Failure {
    const expected = 'an answer from the session';
    const came =
      this.ended === undefined
        ? explainSilence(this.#output.lines(), this.#limit)
        : explainEnd(this.ended, { stdout: this.stdout, stderr: this.stderr });
    return new Failure({ ...this.typed(), expected, came });
  }
}
