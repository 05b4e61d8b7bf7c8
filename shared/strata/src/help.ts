/** The first words of `./strata --help`. */
export const introduction = `Strata teaches full-stack engineering: one small tracker, rebuilt a layer a
stage. Without a command it shows the map: the stages, where you are, what next.

A stage goes like this: start it, feel the problem, read the brief, build in
my/tracker, check until it is green, think about the questions, go on.

A stage is named by its number: 01, 1 or 01-http.`;

/** The last words of `./strata --help`. */
export const examples = `
Examples:
  ./strata start 00          begin: a branch, an empty tracker, the brief
  ./strata feel 01           what is wrong with stage 00, in numbers
  ./strata check --watch     keep this running in a second terminal
  ./strata hint              a little further, and further each time
  ./strata serve my          run your own tracker; serve 02 runs the reference
  ./strata serve 00 -- add "Buy milk"     what follows -- goes to the tracker

The exit status is 0 when all is well, 1 when a check failed or the thing asked
does not hold, and 2 when the command line was wrong.
`;

const EXAMPLES: Readonly<Record<string, readonly string[]>> = {
  start: ['start 01', 'start 02 --from reference   your tracker is put away whole, nothing is lost'],
  check: [
    'check',
    'check --watch',
    'check --only task.title-trimmed',
    'check 01 --dir ../other-tracker --json',
  ],
  hint: ['hint', 'hint task.title-trimmed'],
  feel: ['feel 01', 'feel 01 --mine'],
  diff: ['diff 01             what 02 adds to 01', 'diff 00 02'],
  solution: ['solution 01', 'solution 01 src/router.js'],
  upgrade: ['upgrade --dry-run'],
  serve: ['serve', 'serve my', 'serve 01 --demo', 'serve 00 -- lead add "Ana Pop" --email ana@example.com'],
  review: [
    'review stage/01-http',
    'review pull/12',
    'review origin/stage/01-http --since .strata/reviews/01-http-1a2b3c4',
  ],
  verify: ['verify', 'verify 01 --update'],
  new: ['new 09'],
  bench: ['bench', 'bench -- --dry-run --rounds 1'],
  branches: ['branches', 'branches --check', 'branches --release --push origin'],
  carry: ['carry 00', 'carry 01 --since HEAD~1'],
};

/**
 * The last words of the help for one command.
 * @param command its name
 * @returns the examples under a heading; nothing where the usage line says it all
 */
export function examplesOf(command: string): string {
  const lines = EXAMPLES[command];
  if (lines === undefined) return '';
  return `\n${lines.length === 1 ? 'Example' : 'Examples'}:\n${lines.map((line) => `  ./strata ${line}`).join('\n')}`;
}
