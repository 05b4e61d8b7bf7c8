import { tell } from './src/card.ts';
import { type Experiment, runExperiment } from './src/experiment.ts';
import { ACTS, findOpenWays, type OpenWays } from './src/open-ways.ts';

const DONE = { read: 'read', change: 'changed', delete: 'deleted' } as const;

/** Somebody else comes along, and somebody whom nobody knows: what of mine can they read, change and delete? */
export const experiment: Experiment = {
  stage: '08b-accounts',
  title: 'Whose is this?',

  async measure(lab) {
    const [old, subject] = [lab.reference('08a-postgres'), lab.mine ?? lab.reference('08b-accounts')];
    const both = await Promise.all([findOpenWays(old), findOpenWays(subject)]);
    const [before, after] = both;
    const rows = (who: 'stranger' | 'other', name: string) =>
      ACTS.map((act) => [
        `  ${DONE[act]} by ${name}`,
        ...both.map((ways) => tell(ways[who][act].length, ways[who][act].length === 0)),
      ]);

    return {
      table: [
        ['', old.name, subject.name],
        ['routes that lead to what is mine', ...both.map(({ tried }) => `${tried}`)],
        ...rows('stranger', 'whoever has not signed in'),
        ...rows('other', 'somebody else who has'),
      ],
      figures: { [old.name]: before, [subject.name]: after },
      wrong: [...findClosed(old.name, before), ...findOpen(subject.name, after)],
      means: `A database keeps what it is given, for whoever asks. Who asks has to be known at every request, and every
        query has to say whose rows it means: one that forgets it is a door.`,
      next: lab.mine ? './strata check' : './strata start 08b, and ./strata feel 08b --mine on the way.',
    };
  },
};

// The stage before: it knows nobody, so every way is open to everybody.
function findClosed(name: string, { tried, stranger, other }: OpenWays): string[] {
  const open = Math.min(countOf(stranger), countOf(other));
  return open === tried ? [] : [`${name}: ${tried - open} of ${tried} ways are not open to everybody.`];
}

function findOpen(name: string, { stranger, other }: OpenWays): string[] {
  const tellOpen = (who: string, open: OpenWays['other']): string[] =>
    countOf(open) === 0 ? [] : [`${name}: open to ${who}: ${ACTS.flatMap((act) => open[act]).join(', ')}.`];
  return [...tellOpen('whoever has not signed in', stranger), ...tellOpen('somebody else who has', other)];
}

function countOf(open: OpenWays['other']): number {
  return ACTS.flatMap((act) => open[act]).length;
}

if (import.meta.main) process.exitCode = await runExperiment(experiment, process.argv.slice(2));
