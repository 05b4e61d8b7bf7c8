import type { Child } from './child.ts';
import type { Databases } from './databases.ts';
import type { Processes, StartOptions } from './process.ts';
import { type StartError, startError } from './start-problem.ts';
import { joinWords } from './words.ts';

/** The tracker as something that can be started: its folder, its command, and the run that answers for it. */
export interface Program {
  readonly folder: string;
  readonly words: readonly string[];
  /** The words that start its API alone; those of `words` where that is all there is. */
  readonly api?: readonly string[];
  readonly processes: Processes;
  /** It serves its page on the port in WEB_PORT, beside the API on PORT. */
  readonly webPort?: boolean;
  /** It keeps its data in a Postgres: every server that is started gets a database of its own. */
  readonly databases?: Databases;
  /** Whoever wants something of it has to sign in. */
  readonly accounts?: boolean;
  /** Its lists come in pages. */
  readonly paging?: boolean;
}

/** Starts the program with more words after its own. Its `exited` rejects with a StartError when that is impossible. */
export function startProgram(
  program: Program,
  args: readonly string[],
  options: Omit<StartOptions, 'cwd'>,
): Child {
  return program.processes.start([...program.words, ...args], { ...options, cwd: program.folder });
}

/** What to tell when the operating system could not start the program at all. */
export function notStarted(program: Program, error: unknown): StartError {
  const [command = ''] = program.words;
  const denied = error instanceof Error && 'code' in error && error.code === 'EACCES';
  return startError('command-not-found', {
    title: denied
      ? `${command} may not be run: it is not executable.`
      : `The command ${command} was not found.`,
    tried: `${joinWords(program.words)}   in ${program.folder}`,
    seen: error instanceof Error ? error.message : String(error),
    advice: adviceFor(command, denied),
  });
}

function adviceFor(command: string, denied: boolean): string {
  if (/^\w+=/.test(command))
    return `"start" in stage.json is run without a shell: its first word is the program itself. Leave ${command} out: the port comes in PORT.`;
  if (denied) return `Start it through its interpreter, such as "node ${command}", in "start" of stage.json.`;
  return `Check the first word of "start" in stage.json, and that ${command} runs when you type it in that folder.`;
}
