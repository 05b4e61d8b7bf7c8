import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { recoverProgress } from './branch.ts';
import { codeOf, messageOf, Refusal } from './errors.ts';
import { examples, examplesOf, introduction } from './help.ts';
import type { Place } from './place.ts';
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
    finishEarlier(place);
    if (argv.length === 0) return (await import('./commands/map.ts')).map(place);
    if (argv[0] === 'help') return await parse(place, [...argv.slice(1), '--help'], []);
    const dashes = argv.indexOf('--');
    const own = dashes === -1 ? argv : argv.slice(0, dashes);
    return await parse(place, own, dashes === -1 ? [] : argv.slice(dashes + 1));
  } catch (error) {
    return explain(error);
  }
}

function finishEarlier(place: Place): void {
  recoverProgress(place);
  const recovered = recover(place);
  if (recovered !== undefined) complain(`${recovered}\n`);
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
  addLearning(program, place, settle);
  addRunning(program, place, passedOn, settle);
  addMaintaining(program, place, settle);
  for (const command of program.commands) command.addHelpText('after', examplesOf(command.name()));
  await program.parseAsync(own, { from: 'user' });
  return status;
}

type Settle = (result: number | Promise<number>) => Promise<void>;

function addLearning(program: Command, place: Place, settle: Settle): void {
  program.commandsGroup('For the learner:');
  program
    .command('start <stage>')
    .description('begin or continue a stage: its branch, the brief, your tracker in my/tracker')
    .option(
      '--from <what>',
      '"reference": put your tracker away, begin from the reference of the stage before',
    )
    .action(async (stage, options) =>
      settle((await import('./commands/start.ts')).start(place, stage, options)),
    );
  program
    .command('check [stage]')
    .description('run the checks of the stage and all before it; explain the first that fails')
    .option('--watch', 'check again at every save; keys: hint, rerun, diff, quit')
    .option('--json', 'print one JSON document and nothing else')
    .option('--only <id>', 'run this check alone, or those whose id begins so')
    .option('--dir <folder>', 'check this folder instead of my/tracker')
    .option('--seed <number>', 'repeat a run with the same random inputs', wholeNumber)
    .option('--verbose', 'show what your tracker printed')
    .action(async (stage, options) =>
      settle((await import('./commands/check.ts')).check(place, stage, options)),
    );
  program
    .command('hint [check]')
    .description(
      'one level further for the check that failed last: the concept, the place, nearly the solution',
    )
    .action(async (id) => settle((await import('./commands/hint.ts')).hint(place, id)));
  program
    .command('feel <stage>')
    .description('run the experiment that shows the problem this stage solves, in numbers')
    .option('--mine', 'against your own tracker')
    .option('--dir <folder>', 'against the tracker in this folder')
    .action(async (stage, options) =>
      settle((await import('./commands/feel.ts')).feel(place, stage, options)),
    );
  program
    .command('diff <stage> [other]')
    .description('what the other stage (the next, if you name none) adds to this one')
    .action(async (a, b) => settle((await import('./commands/diff.ts')).diff(place, a, b)));
  program
    .command('solution <stage> [file]')
    .description('the reference: its files, or one of them')
    .option('--yes', 'show it although you have not passed the stage yet')
    .action(async (stage, file, options) =>
      settle((await import('./commands/solution.ts')).solution(place, stage, file, options)),
    );
  program
    .command('discuss <stage>')
    .description("the brief's questions, answered")
    .option('--yes', 'show them although you have not passed the stage yet')
    .action(async (stage, options) =>
      settle((await import('./commands/discuss.ts')).discuss(place, stage, options)),
    );
  program
    .command('reset')
    .description('back to the beginning of the stage, after putting your work away safely')
    .option('--progress', 'begin my/progress.json anew instead; the old one is kept')
    .action(async (options) => settle((await import('./commands/reset.ts')).reset(place, options)));
}

function addRunning(program: Command, place: Place, passedOn: readonly string[], settle: Settle): void {
  program.commandsGroup('For everyone (a mentor, a visitor):');
  program
    .command('serve [what]')
    .description("run a stage's reference; `my` runs your own tracker; nothing runs the highest stage")
    .option('--demo', 'fill the empty tracker with demonstration data')
    .option('--dir <folder>', 'run the tracker in this folder')
    .action(async (what, options) =>
      settle((await import('./commands/serve.ts')).serve(place, what, options, passedOn)),
    );
}

function addMaintaining(program: Command, place: Place, settle: Settle): void {
  program.commandsGroup('For the maintainer:');
  program
    .command('verify [stages...]')
    .description('prove the references: manifests, identity rule, briefs, conformance, known-bad submissions')
    .option('--update', 'rewrite the transcripts of the known-bad submissions')
    .action(async (stages, options) =>
      settle((await import('./commands/verify.ts')).verify(place, stages, options)),
    );
  program
    .command('carry <stage>')
    .description('take a change of a stage forward through the later ones, by three-way merge')
    .option('--since <revision>', 'the change since this commit', 'HEAD')
    .action(async (stage, options) =>
      settle((await import('./commands/carry.ts')).carry(place, stage, options)),
    );
  program
    .command('doctor')
    .description('what is missing on this machine, and what to do')
    .action(async () => settle((await import('./commands/doctor.ts')).doctor(place)));
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text))
    throw new InvalidArgumentError('It must be a whole number of at most nine digits.');
  return Number(text);
}
