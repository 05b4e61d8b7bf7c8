import { type Command, InvalidArgumentError } from 'commander';
import type { Place } from './place.ts';

/** Takes the exit status of the command that was run. */
export type Settle = (result: number | Promise<number>) => Promise<void>;

/**
 * Adds every command with its options, grouped by the person it is for. A command's own module is loaded when it runs.
 * @param program the program they are added to
 * @param place where the companion works
 * @param passedOn the words after `--`, for what a command starts
 * @param settle takes the exit status
 */
export function addCommands(
  program: Command,
  place: Place,
  passedOn: readonly string[],
  settle: Settle,
): void {
  addLearning(program, place, settle);
  addRunning(program, place, passedOn, settle);
  addMentoring(program, place, settle);
  addMaintaining(program, place, passedOn, settle);
}

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
    .option('--json', 'every figure as JSON, for a program to read')
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
  program
    .command('upgrade')
    .description('after an update of Strata: which passed stages are affected, and why')
    .option('--dry-run', 'only say so, remember nothing')
    .action(async (options) => settle((await import('./commands/upgrade.ts')).upgrade(place, options)));
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

function addMentoring(program: Command, place: Place, settle: Settle): void {
  program.commandsGroup('For the mentor:');
  program
    .command('review [ref]')
    .description("review a learner's branch, commit or pull request (pull/12): the facts on one page")
    .option('--stage <stage>', 'the stage, where neither the branch nor the progress says it')
    .option('--since <review>', 'also what changed since an earlier review.json, or a commit')
    .option('--seed <number>', 'random inputs of the checks; drawn from the commit without it', wholeNumber)
    .option('--out <folder>', 'where review.md and review.json go, instead of .strata/reviews')
    .action(async (ref, options) =>
      settle((await import('./commands/review.ts')).review(place, ref, options)),
    );
}

function addMaintaining(program: Command, place: Place, passedOn: readonly string[], settle: Settle): void {
  program.commandsGroup('For the maintainer:');
  program
    .command('verify [stages...]')
    .description('prove the references: manifests, identity rule, briefs, conformance, known-bad submissions')
    .option('--update', 'rewrite the transcripts of the known-bad submissions')
    .option(
      '--thorough',
      'prove the known-bad submissions that take long, too, and that no check fails before the one named',
    )
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
    .command('new <stage>')
    .description('begin a stage that the curriculum plans: it fails until it is finished')
    .action(async (stage) => settle((await import('./commands/new.ts')).newStage(place, stage)));
  program
    .command('branches')
    .description(
      'build the branches stage/NN-name from the folders: one commit a layer, the tracker at the root',
    )
    .option('--check', 'only say whether they are current')
    .option('--release', 'tag them as a release of the curriculum, too')
    .option('--push <remote>', 'publish them there; nobody else’s branch is ever replaced')
    .option('--prefix <text>', 'what their names begin with', 'stage/')
    .action(async (options) => settle((await import('./commands/branches.ts')).branches(place, options)));
  program
    .command('bench')
    .description(
      'measure what the layers cost, and draw the chart anew: a minute and a half, on a quiet machine',
    )
    .action(async () => settle((await import('./commands/bench.ts')).bench(place, passedOn)));
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
