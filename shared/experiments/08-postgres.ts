import { tell } from './src/card.ts';
import { type Experiment, runExperiment } from './src/experiment.ts';
import { type SharedData, shareData } from './src/shared-data.ts';

/** A process is killed, another one starts beside it, somebody else comes along: what becomes of the data? */
export const experiment: Experiment = {
  stage: '08-postgres',
  title: 'Whose data are these, and for how long?',

  async measure(lab) {
    const [old, subject] = [lab.reference('07-nextjs'), lab.mine ?? lab.reference('08-postgres')];
    const both = await Promise.all([shareData(old), shareData(subject)]);
    const [before, after] = both;

    return {
      table: [
        ['', old.name, subject.name],
        ['tasks acknowledged before kill -9', ...both.map(({ killed }) => `${killed.acknowledged}`)],
        ['  there after a restart', ...both.map(({ killed }) => tell(killed.left, isKept(killed)))],
        ['tasks written at one of two processes', ...both.map(({ processes }) => `${processes.written}`)],
        ['  known to the other', ...both.map(({ processes }) => tell(processes.agreed, agree(processes)))],
        ['tasks of mine', ...both.map(({ people }) => `${people.written}`)],
        ['  read by somebody else', ...both.map(({ people }) => tell(people.other, people.other === 0))],
        [
          '  by whoever has not signed in',
          ...both.map(({ people }) => tell(people.stranger, people.stranger === 0)),
        ],
      ],
      figures: { [old.name]: before, [subject.name]: after },
      wrong: [...findShared(old.name, before), ...findProblems(subject.name, after)],
      means: `What a process holds in its variables ends with it, and no other process sees it. A database outlives
        them all: 201 means that it is written down. And a row that has an owner can be kept from everybody else.`,
      next: lab.mine
        ? './strata check'
        : './strata start 08, and ./strata feel 08 --mine once your tasks are in a database.',
    };
  },
};

function isKept({ acknowledged, left }: SharedData['killed']): boolean {
  return left === acknowledged;
}

function agree({ written, agreed }: SharedData['processes']): boolean {
  return agreed === written;
}

// The stage before: nothing lasts, nothing is shared between processes, everything between people.
function findShared(name: string, { killed, processes, people }: SharedData): string[] {
  const wrong: string[] = [];
  if (killed.left > 0) wrong.push(`${name}: ${killed.left} tasks are still there after kill -9.`);
  if (processes.agreed > 0) wrong.push(`${name}: two processes have ${processes.agreed} tasks in common.`);
  if (people.other < people.written || people.stranger < people.written)
    wrong.push(`${name}: not every task of one person is read by others.`);
  return wrong;
}

function findProblems(name: string, { killed, processes, people }: SharedData): string[] {
  const wrong: string[] = [];
  const [lost, unknown] = [killed.acknowledged - killed.left, processes.written - processes.agreed];
  if (lost > 0)
    wrong.push(`${name}: ${lost} of ${killed.acknowledged} acknowledged tasks are gone after kill -9.`);
  if (unknown > 0)
    wrong.push(`${name}: ${unknown} of ${processes.written} tasks are unknown to the other process.`);
  if (people.other + people.stranger > 0)
    wrong.push(
      `${name}: of my ${people.written} tasks another person reads ${people.other}, a stranger ${people.stranger}.`,
    );
  return wrong;
}

if (import.meta.main) process.exitCode = await runExperiment(experiment, process.argv.slice(2));
