import type { Check } from '../src/check.ts';
import { accepted, expectSame, expectThat, refused } from '../src/expect.ts';
import { unknownId } from './unknown-id.ts';

/** Deleting tasks, and what a refused command leaves behind: nothing. */
export const taskDeletionChecks: readonly Check[] = [
  {
    id: 'task.deleted',
    since: '00',
    capability: 'tracker',
    title: 'a deleted task is gone from the list, and only that one',
    why: 'Deleting the wrong row is the mistake nobody forgives.',
    hints: [
      'How do you take one element out of the middle of a collection?',
      'Look how the task is found that is to go: by its id, or by its place in the list?',
      'Keep every task whose id is another: tasks.filter((task) => task.id !== id), or delete it from a Map.',
    ],
    async run({ domain, random }) {
      const tasks = [];
      for (let count = 0; count < 3; count += 1)
        tasks.push(accepted(await domain.createTask({ title: random.title() })));
      const [first, second, third] = tasks.map(({ id }) => id);

      accepted(await domain.deleteTask(second ?? 0), 'the task deleted');

      const outcome = await domain.listTasks();
      const left = accepted(outcome).map(({ id }) => id);
      const mine = left.filter((id) => [first, second, third].includes(id));
      const right = mine.join() === [first, third].join();
      const expected = `the tasks ${first} and ${third}, without ${second}`;
      expectThat(outcome.evidence, right, expected, `the tasks ${mine.join(' and ') || 'none of them'}`);
    },
  },
  {
    id: 'task.delete-unknown',
    since: '00',
    capability: 'tracker',
    title: 'deleting a task that is not there is refused, the second time too',
    why: 'To say "done" when nothing was done hides a mistake: perhaps the id was mistyped.',
    hints: [
      'How does your code know whether it has deleted something?',
      'Look what happens between the search for the task and the answer when the search found nothing.',
      'When no task has that id, refuse: no such task. A Map tells you with has(id), or with what delete(id) returns.',
    ],
    async run({ domain, random }) {
      const { id } = accepted(await domain.createTask({ title: random.title() }));
      accepted(await domain.deleteTask(id), 'the task deleted');

      refused(await domain.deleteTask(id), `refused: task ${id} is deleted already`);
      refused(await domain.deleteTask(await unknownId(domain.listTasks())), 'refused: there is no such task');
    },
  },
  {
    id: 'task.id-not-reused',
    since: '00',
    capability: 'tracker',
    title: 'the id of a deleted task is never given again',
    why: 'Someone may still hold the old id, in a note or a link: it must not suddenly mean another task.',
    hints: [
      'If the next id is "how many there are, plus one": which id comes after you delete one?',
      'Look where the next id comes from: from the tasks that are there, or from something that only grows?',
      'Keep the last id that was given in a variable of its own, add one for each new task, and never take it back.',
    ],
    async run({ domain, random }) {
      const used: number[] = [];
      for (let count = 0; count < 3; count += 1) {
        const outcome = await domain.createTask({ title: random.title() });
        const { id } = accepted(outcome);
        const evidence = { ...outcome.evidence, again: (await domain.listTasks()).evidence.again };
        expectThat(evidence, !used.includes(id), 'an id that was never used', `the id ${id} again`);
        used.push(id);
        accepted(await domain.deleteTask(id), 'the task deleted');
      }
    },
  },
  {
    id: 'tracker.refusal-changes-nothing',
    since: '00',
    capability: 'tracker',
    title: 'a command that is refused changes nothing',
    why: 'A person who is told "no" believes that nothing happened. Half a change is the worst of both.',
    hints: [
      'What is already done by the time your code finds out that something is wrong?',
      'Look at the order of checking and storing in each command.',
      'Check everything first and store last: then there is nothing to take back.',
    ],
    async run({ domain, random }) {
      const task = accepted(await domain.createTask({ title: random.title() }));
      accepted(await domain.createLead({ name: random.name() }));
      const leads = await domain.listLeads();
      const tasks = await domain.listTasks();

      refused(await domain.createTask({ title: ' ', notes: random.title() }), 'refused: the title is blank');
      refused(
        await domain.createLead({ name: random.name(), email: 'not an address' }),
        'refused: no address',
      );
      refused(await domain.deleteTask(task.id + 4321), 'refused: there is no such task');
      refused(await domain.deleteLead(await unknownId(domain.listLeads())), 'refused: there is no such lead');

      const tasksAfter = await domain.listTasks();
      expectSame(tasksAfter.evidence, accepted(tasksAfter), accepted(tasks), 'the tasks as they were');
      const leadsAfter = await domain.listLeads();
      expectSame(leadsAfter.evidence, accepted(leadsAfter), accepted(leads), 'the leads as they were');
    },
  },
];
