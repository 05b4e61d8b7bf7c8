import { tell } from './src/card.ts';
import { type Experiment, runExperiment } from './src/experiment.ts';
import { type SharedData, shareData } from './src/shared-data.ts';

/** A process is killed, another one starts beside it: what becomes of the data? */
export const experiment: Experiment = {
  stage: '08a-postgres',
  title: 'Where are the data, and for how long?',

  async measure(lab) {
    const [old, subject] = [lab.reference('07-nextjs'), lab.mine ?? lab.reference('08a-postgres')];
    const both = await Promise.all([shareData(old), shareData(subject)]);
    const [before, after] = both;

    return {
      table: [
        ['', old.name, subject.name],
        ['tasks acknowledged before kill -9', ...both.map(({ killed }) => `${killed.acknowledged}`)],
        ['  there after a restart', ...both.map(({ killed }) => tell(killed.left, isKept(killed)))],
        ['tasks written at one of two processes', ...both.map(({ processes }) => `${processes.written}`)],
        ['  known to the other', ...both.map(({ processes }) => tell(processes.agreed, agree(processes)))],
      ],
      figures: { [old.name]: before, [subject.name]: after },
      wrong: [...findShared(old.name, before), ...findProblems(subject.name, after)],
      means: `What a process holds in its variables ends with it, and no other process sees it. A database outlives
        them all: 201 means that it is written down.`,
      next: lab.mine
        ? './strata check'
        : './strata start 08a, and ./strata feel 08a --mine once your tasks are in a database.',
    };
  },
};

function isKept({ acknowledged, left }: SharedData['killed']): boolean {
  return left === acknowledged;
}

function agree({ written, agreed }: SharedData['processes']): boolean {
  return agreed === written;
}

// The stage before: nothing lasts, and nothing is shared between processes.
function findShared(name: string, { killed, processes }: SharedData): string[] {
  const wrong: string[] = [];
  if (killed.left > 0) wrong.push(`${name}: ${killed.left} tasks are still there after kill -9.`);
  if (processes.agreed > 0) wrong.push(`${name}: two processes have ${processes.agreed} tasks in common.`);
  return wrong;
}

function findProblems(name: string, { killed, processes }: SharedData): string[] {
  const wrong: string[] = [];
  const [lost, unknown] = [killed.acknowledged - killed.left, processes.written - processes.agreed];
  if (lost > 0)
    wrong.push(`${name}: ${lost} of ${killed.acknowledged} acknowledged tasks are gone after kill -9.`);
  if (unknown > 0)
    wrong.push(`${name}: ${unknown} of ${processes.written} tasks are unknown to the other process.`);
  return wrong;
}

if (import.meta.main) process.exitCode = await runExperiment(experiment, process.argv.slice(2));
