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
