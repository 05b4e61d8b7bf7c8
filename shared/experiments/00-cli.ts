import { tell } from './src/card.ts';
import { type Experiment, runExperiment } from './src/experiment.ts';
import type { Subject } from './src/subject.ts';
import { addTasks, listTitles, missing } from './src/titles.ts';

const COUNT = 5;

/** What is a program, and what is its state? Tasks are added, the session is left, and looked for in the next one. */
export const experiment: Experiment = {
  stage: '00-cli',
  title: 'What is a program, and what is its state?',

  async measure(lab) {
    const subject = lab.mine ?? lab.reference('00-cli');
    const memory = await leaveAndReturn(subject, []);
    const file = await leaveAndReturn(subject, ['--file', lab.temporary('tracker.json')]);
    const shared = await sitAtTwoTerminals(subject);

    const wrong: string[] = [];
    if (memory !== COUNT)
      wrong.push(`${subject.name} without --file: ${memory} of ${COUNT} tasks were gone, not all of them.`);
    if (file !== 0) wrong.push(`${subject.name} with --file: ${file} of ${COUNT} tasks were gone, not none.`);
    if (shared !== 0)
      wrong.push(`${subject.name}, two terminals without --file: one saw ${shared} tasks of the other.`);
    return {
      table: [
        [subject.name, 'added', 'found', 'gone'],
        ['left and come back, without --file', `${COUNT}`, `${COUNT - memory}`, tell(memory, memory === 0)],
        ['left and come back, with --file', `${COUNT}`, `${COUNT - file}`, tell(file, file === 0)],
        ['in common at two terminals, without --file', `${COUNT} + ${COUNT}`, `${shared}`],
      ],
      figures: { subject: subject.name, added: COUNT, goneWithoutFile: memory, goneWithFile: file, shared },
      wrong,
      means: `What a running program knows is its state, and it lives in the memory of that one process: it ends with
        it, and a second terminal is a second process with a state of its own. A file outlives them both.`,
      next: 'node stages/00-cli/src/cli.js in two terminals: add a task in one, list in the other. Then the same with --file tracker.json in both: that is the next experiment, ./strata feel 01.',
    };
  },
};

async function leaveAndReturn(subject: Subject, args: string[]): Promise<number> {
  return subject.attempt(async () => {
    const first = await subject.session(...args);
    const added = await addTasks(first, 'Task', COUNT);
    await first.finish();

    const second = await subject.session(...args);
    const found = await listTitles(second);
    await second.finish();
    return missing(added, found);
  });
}

/** How many tasks the second of two sessions, open at the same time, sees of the first, and the first of the second. */
async function sitAtTwoTerminals(subject: Subject): Promise<number> {
  return subject.attempt(async () => {
    const [ana, ben] = await Promise.all([subject.session(), subject.session()]);
    const [hers, his] = await Promise.all([addTasks(ana, 'Ana', COUNT), addTasks(ben, 'Ben', COUNT)]);
    const [seenByAna, seenByBen] = await Promise.all([listTitles(ana), listTitles(ben)]);
    await Promise.all([ana.finish(), ben.finish()]);
    return 2 * COUNT - missing(his, seenByAna) - missing(hers, seenByBen);
  });
}

if (import.meta.main) process.exitCode = await runExperiment(experiment, process.argv.slice(2));
