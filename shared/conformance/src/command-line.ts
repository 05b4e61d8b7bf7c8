import { type Child, type Ended, within } from './child.ts';
import { type Evidence, Failure, refute } from './failure.ts';
import { lastLines, shorten } from './output.ts';
import { notStarted, type Program, startProgram } from './program.ts';
import { describeEnd } from './start-problem.ts';
import { joinWords } from './words.ts';

/** How long one command may take, in milliseconds. */
export const COMMAND_LIMIT = 3000;

/** One run of the command line: what was typed, what it printed, how it ended. */
export class CommandResult implements Evidence {
  readonly sent: string;
  readonly again: string;
  readonly stdout: string;
  readonly stderr: string;
  readonly ended: Ended;

  constructor(typed: { sent: string; again: string }, child: Child, ended: Ended) {
    this.sent = typed.sent;
    this.again = typed.again;
    this.stdout = child.stdout.text;
    this.stderr = child.stderr.text;
    this.ended = ended;
  }

  /** The exit status; null when a signal ended it. */
  get status(): number | null {
    return this.ended.status;
  }

  /** Standard output as one JSON document. Throws a Failure when it is not. */
  json(): unknown {
    try {
      return JSON.parse(this.stdout);
    } catch {
      throw this.fail('one JSON document on standard output');
    }
  }

  /** The lines of standard error that hold something. */
  get errorLines(): string[] {
    return this.stderr.split(/\r?\n/).filter((line) => line.trim() !== '');
  }

  get came(): string {
    const streams = [
      ...lastLines(this.stdout, 6).map((line) => `  stdout  ${line}`),
      ...lastLines(this.stderr, 6).map((line) => `  stderr  ${line}`),
    ];
    return [describeEnd(this.ended), ...(streams.length > 0 ? streams : ['  nothing printed'])].join('\n');
  }

  /** The failure that says what was expected of this run. */
  fail(expected: string, came?: string): Failure {
    return refute(this, expected, came);
  }
}

/** Runs the tracker once with these arguments and waits for its end. Throws a Failure when it does not end. */
export async function runCommand(
  program: Program,
  args: readonly string[],
  { stdin, limit = COMMAND_LIMIT }: { stdin?: string; limit?: number } = {},
): Promise<CommandResult> {
  const typed = describeCommand(program, args, stdin);
  const child = startProgram(program, args, { input: stdin !== undefined });
  child.input?.end(stdin);
  let ended: Ended | undefined;
  try {
    ended = await within(child.exited, limit);
  } catch (error) {
    throw notStarted(program, error);
  }
  if (ended !== undefined) return new CommandResult(typed, child, ended);
  child.kill();
  const printed = [...lastLines(child.stdout.text, 3), ...lastLines(child.stderr.text, 3)];
  const came = [`it was still running after ${limit / 1000} s`, ...printed.map((line) => `  ${line}`)].join(
    '\n',
  );
  throw new Failure({ ...typed, expected: 'a command that ends', came });
}

/** What to show and what to type for a run of the command line; files of the run are named without their folder. */
export function describeCommand(
  program: Program,
  args: readonly string[],
  stdin?: string,
): { sent: string; again: string } {
  const scratch = new RegExp(`${program.processes.folder.replace(/[^\w]/g, '\\$&')}[\\\\/]\\d+-`, 'g');
  const shown = args.map((arg) => arg.replace(scratch, ''));
  const sent = shorten(joinWords(['tracker', ...shown]), 200);
  const command = joinWords([...program.words, ...shown]);
  if (stdin === undefined || stdin === '') return { sent, again: command };
  const lines = stdin.replace(/\n$/, '').split('\n');
  const fed = `${printing(lines, stdin.endsWith('\n'))} | ${command}`;
  return {
    sent: `${sent}\n${lines
      .slice(0, 8)
      .map((line) => `  ${shorten(line, 120)}`)
      .join('\n')}`,
    again: fed,
  };
}

// A shell command that prints lines, the last of them with or without its line break.
function printing(lines: readonly string[], ended: boolean): string {
  const [last = ''] = lines.slice(-1);
  if (ended) return `printf '%s\\n' ${joinWords(lines)}`;
  const before = lines.length > 1 ? `printf '%s\\n' ${joinWords(lines.slice(0, -1))}; ` : '';
  return `(${before}printf %s ${joinWords([last])})`;
}
