import { Command, CommanderError } from 'commander';
import { recoverProgress } from './branch.ts';
import { addCommands } from './command-line.ts';
import { codeOf, messageOf, Refusal } from './errors.ts';
import { namesFormer } from './former.ts';
import { examples, examplesOf, introduction } from './help.ts';
import type { Place } from './place.ts';
import { readProgress } from './progress.ts';
import { recover } from './put-away.ts';
import { complain } from './terminal.ts';

/**
 * Runs one command of the companion.
 * @param place where the companion works
 * @param argv what was typed after ./strata; what follows `--` is passed on to what the command starts
 * @returns the exit status: 0 all well, 1 the thing asked does not hold, 2 the command line was wrong
 */
export async function run(place: Place, argv: readonly string[]): Promise<number> {
  try {
    await finishEarlier(place);
    if (argv.length === 0) return (await import('./commands/map.ts')).map(place);
    if (argv[0] === 'help') return await parse(place, [...argv.slice(1), '--help'], []);
    const dashes = argv.indexOf('--');
    const own = dashes === -1 ? argv : argv.slice(0, dashes);
    return await parse(place, own, dashes === -1 ? [] : argv.slice(dashes + 1));
  } catch (error) {
    return explain(error);
  }
}

async function finishEarlier(place: Place): Promise<void> {
  recoverProgress(place);
  await adoptFormer(place);
  const recovered = recover(place);
  if (recovered !== undefined) complain(`${recovered}\n`);
}

// What cannot be read is told by the command that needs it; most do not.
async function adoptFormer(place: Place): Promise<void> {
  try {
    if (!namesFormer(readProgress(place))) return;
    const { adoptParts } = await import('./adopt-parts.ts');
    for (const sentence of adoptParts(place)) complain(`${sentence}\n`);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

function explain(error: unknown): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0;
    const words = error.message.replace(/^error: /, '').replaceAll('\n', ' ');
    complain(
      `${words.charAt(0).toUpperCase()}${words.slice(1)}\nEvery command, with examples: ./strata --help`,
    );
    return 2;
  }
  if (error instanceof Refusal) {
    complain(error.message);
    return error.status;
  }
  const denied = refusedBySystem(error);
  if (denied !== undefined) {
    complain(denied);
    return 1;
  }
  complain(`Strata stumbled over something it did not foresee: ${messageOf(error)}`);
  if (process.env.STRATA_DEBUG !== undefined && error instanceof Error) complain(error.stack ?? '');
  else complain('The same command with STRATA_DEBUG=1 in front shows where.');
  return 1;
}

// What a person can mend although no code of ours foresaw it.
function refusedBySystem(error: unknown): string | undefined {
  const code = codeOf(error);
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return `A file or folder may not be written here: ${messageOf(error)}\n./strata doctor looks at the rest.`;
  }
  return code === 'ENOSPC' ? `The disk is full: ${messageOf(error)}` : undefined;
}

async function parse(place: Place, own: readonly string[], passedOn: readonly string[]): Promise<number> {
  let status = 0;
  const settle = async (result: number | Promise<number>): Promise<void> => {
    status = await result;
  };
  const program = new Command('./strata')
    .description(introduction)
    .helpOption('-h, --help', 'explain, here or after any command')
    .helpCommand(false)
    .exitOverride()
    .configureOutput({ outputError: () => {} })
    .addHelpText('after', examples);
  addCommands(program, place, passedOn, settle);
  for (const command of program.commands) command.addHelpText('after', examplesOf(command.name()));
  await program.parseAsync(own, { from: 'user' });
  return status;
}
