import { type Child, type Ended, within } from './child.ts';
import { COMMAND_LIMIT, CommandResult, describeCommand } from './command-line.ts';
import { Failure } from './failure.ts';
import { documentEnd } from './json-stream.ts';
import { lastLines, shorten } from './output.ts';
import { notStarted, type Program, startProgram } from './program.ts';
import { describeEnd, lastWords } from './start-problem.ts';

/** What a session said to one command: a JSON document, or an `error: …` line. */
export type Reply =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly refusal: string };

const ANSWER_LIMIT = 2000;
const SILENT = `Each answer has to leave the program at once: a JSON document on standard output, or a line "error: …"
on standard error. When standard output is no terminal, many languages hold text back until there is a lot of it:
flush after every answer (in Python: print(…, flush=True)).`;

/** An interactive session: commands go in a line each, answers come out. */
export class Session {
  readonly #program: Program;
  readonly #args: readonly string[];
  readonly #child: Child;
  readonly #typed: string[] = [];
  readonly #limit: number;
  #out = '';
  #err = '';
  #wake: () => void = () => {};
  #startError: unknown;

  /** `limit`: how long it may take to answer, in milliseconds. */
  constructor(program: Program, args: readonly string[], limit = ANSWER_LIMIT) {
    this.#limit = limit;
    this.#program = program;
    this.#args = args;
    this.#child = startProgram(program, args, { input: true });
    this.#child.onOutput('stdout', (text) => {
      this.#out += text;
      this.#wake();
    });
    this.#child.onOutput('stderr', (text) => {
      this.#err += text;
      this.#wake();
    });
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
    this.#forget();
    this.write(`${line}\n`);
    return this.reply();
  }

  /** The next answer to what was written before. Throws a Failure when there is none in time. */
  async reply(): Promise<Reply> {
    const reply = await this.#wait(() => this.#takeReply());
    return reply ?? this.#silent();
  }

  /**
   * Sends a command that may print anything or nothing, such as a deletion, and a listing after it.
   * Returns whether the command was refused, and the list.
   */
  async askThenList(
    line: string,
    listing: string,
  ): Promise<{ refusal: string | undefined; list: unknown[] }> {
    this.#forget();
    this.write(`${line}\n${listing}\n`);
    const list = await this.#wait(() => this.#takeList());
    if (list === undefined) return this.#silent();
    // Standard error was written first, but may be read a moment later.
    await new Promise((resolve) => setImmediate(resolve));
    return { refusal: this.#takeRefusal(), list };
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

  #forget(): void {
    this.#out = '';
    this.#err = '';
  }

  async #wait<T>(take: () => T | undefined): Promise<T | undefined> {
    const deadline = Date.now() + this.#limit;
    for (;;) {
      const taken = take();
      if (taken !== undefined) return taken;
      const left = deadline - Date.now();
      if (left <= 0 || this.ended !== undefined || this.#startError !== undefined) return undefined;
      const woken = new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
      await within(woken, left);
    }
  }

  #takeReply(): Reply | undefined {
    const refusal = this.#takeRefusal();
    if (refusal !== undefined) return { ok: false, refusal };
    this.#out = this.#out.trimStart();
    if (this.#out === '') return undefined;
    if (!/^[{[]/.test(this.#out)) throw this.#notJson();
    return this.#takeDocument();
  }

  #takeDocument(): Reply | undefined {
    const end = documentEnd(this.#out);
    if (end === undefined) return undefined;
    const text = this.#out.slice(0, end);
    this.#out = this.#out.slice(end);
    try {
      return { ok: true, value: JSON.parse(text) };
    } catch {
      this.#out = text;
      throw this.#notJson();
    }
  }

  /** The first array in what came, whatever stands before it. */
  #takeList(): unknown[] | undefined {
    for (let at = this.#out.search(/[{[]/); at >= 0; ) {
      const end = documentEnd(this.#out.slice(at));
      if (end === undefined) return undefined;
      const value = parse(this.#out.slice(at, at + end));
      if (Array.isArray(value)) {
        this.#out = this.#out.slice(at + end);
        return value;
      }
      const next = this.#out.slice(at + (value === undefined ? 1 : end)).search(/[{[]/);
      at = next < 0 ? -1 : at + (value === undefined ? 1 : end) + next;
    }
    return undefined;
  }

  #takeRefusal(): string | undefined {
    const match = /^error:.*$/m.exec(this.#err);
    if (match === null || !this.#err.slice(match.index).includes('\n')) return undefined;
    this.#err = this.#err.slice(match.index + match[0].length + 1);
    return match[0].trim();
  }

  #notJson(): Failure {
    const typed = this.typed();
    const prompt = /^[^\n]{0,30}[>$:#?] ?(?=[{[]|$)/.test(this.#out);
    const advice = prompt ? '\nIs that a prompt? Print one only when standard input is a terminal.' : '';
    const came = `${shorten(this.#out.trim(), 200)}${advice}`;
    return new Failure({
      ...typed,
      expected: 'with --json nothing but JSON documents on standard output',
      came,
    });
  }

  #silent(): never {
    if (this.#startError !== undefined) throw notStarted(this.#program, this.#startError);
    const typed = this.typed();
    const expected = 'an answer from the session';
    if (this.ended !== undefined) {
      const words = lastWords({ stdout: this.stdout, stderr: this.stderr });
      throw new Failure({
        ...typed,
        expected,
        came: `the session ended (${describeEnd(this.ended)}).\n${words}`,
      });
    }
    const printed = [...lastLines(this.#out, 3), ...lastLines(this.#err, 5)].map((line) => `  ${line}`);
    const heard =
      printed.length > 0
        ? [`no answer within ${this.#limit / 1000} s, only:`, ...printed]
        : [`nothing within ${this.#limit / 1000} s`];
    throw new Failure({ ...typed, expected, came: [...heard, SILENT].join('\n') });
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
