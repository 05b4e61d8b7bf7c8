import type { Check } from '../src/check.ts';
import { clockPast } from '../src/clock.ts';
import { show } from '../src/difference.ts';
import { accepted, expectFields, expectListed, expectSame, expectThat, refused } from '../src/expect.ts';
import { TIME } from '../src/shape.ts';
import { unknownId } from './unknown-id.ts';

/** The life of a task: to do, doing, done, and the times that go with it. */
export const taskStatusChecks: readonly Check[] = [
  {
    id: 'task.doing',
    since: '00',
    capability: 'change',
    title: 'a task that is begun is doing, and not completed',
    why: 'What is being worked on is neither waiting nor finished: three states, three names.',
    hints: [
      'Which field says how far a task is, and which values may it have?',
      'Look where a task is begun: what does it set, and is the changed task the one that is stored?',
      "Set status to 'doing' and store the task; completedAt stays null.",
    ],
    async run({ domain, random }) {
      const { id } = accepted(await domain.createTask({ title: random.title() }));

      const outcome = await domain.changeTaskStatus(id, 'doing');

      const expected = { id, status: 'doing', completedAt: null };
      expectFields(outcome.evidence, accepted(outcome, 'the task, doing'), expected, 'the task, doing');
      const list = await domain.listTasks();
      expectFields(list.evidence, expectListed(list, id), expected, 'the task, doing, in the list too');
    },
  },
  {
    id: 'task.completed-at',
    since: '00',
    capability: 'change',
    title: 'completedAt is set when a task becomes done',
    why: 'Knowing when something was finished answers questions that "done" alone cannot: this week, or last year?',
    hints: [
      'Which moment does completedAt mean, and who knows it: the caller, or the tracker?',
      "Look where the status becomes 'done'.",
      "When the status becomes 'done', set completedAt to new Date().toISOString() in the same step.",
    ],
    async run({ domain, random }) {
      const { id, createdAt } = accepted(await domain.createTask({ title: random.title() }));

      const outcome = await domain.changeTaskStatus(id, 'done');

      const { status, completedAt } = accepted(outcome, 'the task, done');
      expectFields(outcome.evidence, { status }, { status: 'done' }, 'the task, done');
      expectThat(
        outcome.evidence,
        TIME.holds(completedAt),
        `completedAt: ${TIME.says}`,
        `completedAt ${show(completedAt)}`,
      );
      const inOrder = Date.parse(String(completedAt)) >= Date.parse(String(createdAt));
      expectThat(
        outcome.evidence,
        inOrder,
        `completedAt not before ${createdAt}`,
        `completedAt ${show(completedAt)}`,
      );
    },
  },
  {
    id: 'task.completed-at-kept',
    since: '00',
    capability: 'change',
    title: 'a done task that is done again keeps its completedAt',
    why: 'It became done once; saying so again does not move the moment.',
    hints: [
      'completedAt is set when the status *becomes* done. What is the status before a second "done"?',
      'Look where completedAt is set: does it ask what the status was?',
      'Compare the old status with the new one first; when they are the same there is nothing to change.',
    ],
    async run({ domain, random }) {
      const { id } = accepted(await domain.createTask({ title: random.title() }));
      const { completedAt } = accepted(await domain.changeTaskStatus(id, 'done'), 'the task, done');
      await clockPast(completedAt);

      const outcome = await domain.changeTaskStatus(id, 'done');

      const expected = { status: 'done', completedAt };
      expectFields(
        outcome.evidence,
        accepted(outcome, 'done, as before'),
        expected,
        'done, with the first completedAt',
      );
    },
  },
  {
    id: 'task.completed-at-cleared',
    since: '00',
    capability: 'change',
    title: 'completedAt is cleared when a done task is taken up again',
    why: 'A task that is not done has no time of completion: two fields that contradict each other mislead everyone who reads only one.',
    hints: [
      'Which fields tell the same story, and how do you keep them from contradicting each other?',
      'Look where the status changes: what happens to completedAt when the new status is not done?',
      "Set both together: completedAt is the time when the status becomes 'done', and null for any other status.",
    ],
    async run({ domain, random }) {
      const { id } = accepted(await domain.createTask({ title: random.title() }));
      accepted(await domain.changeTaskStatus(id, 'done'), 'the task, done');

      const outcome = await domain.changeTaskStatus(id, 'doing');

      const expected = { status: 'doing', completedAt: null };
      expectFields(
        outcome.evidence,
        accepted(outcome, 'the task, doing'),
        expected,
        'doing, and not completed',
      );
    },
  },
  {
    id: 'task.updated-at',
    since: '00',
    capability: 'change',
    title: 'a change moves updatedAt on and leaves everything else as it was',
    why: 'updatedAt tells others that what they have seen is old. A change that touches more than it says is a bug.',
    hints: [
      'Which fields may be different after a change of status, and which never?',
      'Look where the status changes: is the new task made from the old one, with only the changed fields replaced?',
      'Copy and replace: { ...task, status, completedAt, updatedAt: now }.',
    ],
    async run({ domain, random }) {
      const task = { title: random.title(), notes: random.text(30) };
      const before = accepted(await domain.createTask(task));
      await clockPast(before.updatedAt);

      const outcome = await domain.changeTaskStatus(before.id, 'doing');

      const { updatedAt, ...after } = accepted(outcome, 'the task, doing');
      const { updatedAt: earlier, ...rest } = before;
      expectSame(
        outcome.evidence,
        after,
        { ...rest, status: 'doing' },
        'only the status and updatedAt changed',
      );
      const later = Date.parse(String(updatedAt)) > Date.parse(String(earlier));
      expectThat(
        outcome.evidence,
        later,
        `updatedAt later than ${show(earlier)}`,
        `updatedAt ${show(updatedAt)}`,
      );
    },
  },
  {
    id: 'task.change-unknown',
    since: '00',
    capability: 'change',
    title: 'changing a task that is not there is refused',
    why: 'A mistyped id should be noticed at once, by the person who typed it.',
    hints: [
      'What does your search for a task give you when there is none?',
      'Look between the search and the first use of what it found.',
      'When nothing was found, refuse (no such task) before anything else happens.',
    ],
    async run({ domain }) {
      const id = await unknownId(domain.listTasks());

      refused(await domain.changeTaskStatus(id, 'doing'), 'refused: there is no such task');
      refused(await domain.changeTaskStatus(id, 'done'), 'refused: there is no such task');
    },
  },
  {
    id: 'task.filtered',
    since: '00',
    capability: 'filter',
    title: 'the list can be narrowed to one status',
    why: '"What is left to do?" is the question a tracker is opened for.',
    hints: [
      'What has to be true of a task for it to stay in the list?',
      'Look how the wanted status travels to the place where the list is made, and what happens when none is given.',
      'tasks.filter((task) => status === undefined || task.status === status), in the order of creation.',
    ],
    async run({ domain, random }) {
      const ids: Record<string, number> = {};
      for (const status of ['todo', 'doing', 'done'] as const) {
        const { id } = accepted(await domain.createTask({ title: random.title() }));
        ids[status] = id;
        if (status !== 'todo') accepted(await domain.changeTaskStatus(id, status));
      }

      for (const [status, id] of Object.entries(ids)) {
        const outcome = await domain.listTasks({ status });
        expectListed(outcome, id);
        const others = accepted(outcome, 'a list').filter((task) => task.status !== status);
        const came = `others too, such as task ${others[0]?.id}, status ${show(others[0]?.status)}`;
        expectThat(outcome.evidence, others.length === 0, `only tasks with the status ${status}`, came);
      }
    },
  },
  {
    id: 'task.filter-unknown',
    since: '00',
    capability: 'filter',
    title: 'a status that does not exist cannot be asked for',
    why: 'An empty list would say "there are none", when the truth is "you mistyped it".',
    hints: [
      'How would a person tell a mistyped status from a list that is really empty?',
      'Look where the wanted status comes in: is it compared with the three that exist?',
      "Refuse a status that is not one of 'todo', 'doing', 'done' before you list anything.",
    ],
    async run({ domain }) {
      refused(await domain.listTasks({ status: 'later' }), 'refused: a status is todo, doing or done');
    },
  },
];
