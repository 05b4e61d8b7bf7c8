import type { Check } from '../src/check.ts';
import type { Visit } from '../src/visit.ts';
import { seesAlert } from './page-alert.ts';
import { pressDelete } from './page-delete-steps.ts';
import { expectFocus } from './page-keyboard.ts';
import { delayFirstAnswer, holdChanges } from './page-line.ts';
import { change, give, goTo, lacksItem, seesItem, serverHas } from './page-steps.ts';

const isDone = (text: string): boolean => /"status"\s*:\s*"done"/.test(text);

/** What is shown before the server has answered, and what becomes of it. */
export const pageOptimisticChecks: readonly Check[] = [
  {
    id: 'page.optimistic-shown',
    since: '06',
    capability: 'page',
    title: 'what is done to a task is shown at once, before the server has answered',
    why: 'A press that shows nothing for as long as the network takes feels like a press that was missed.',
    hints: [
      'How long does a person wait for your list to change, and for what?',
      'Look at what a press on Done does first: does it ask the server, or does it show what will be?',
      'Inside startTransition call the setter of useOptimistic first, then await the request.',
    ],
    async run(tracker) {
      const [kept, gone] = [tracker.random.title(), tracker.random.title()];
      const id = await give(tracker, '/tasks', { title: kept });
      await give(tracker, '/tasks', { title: gone });
      const visit = await tracker.page();
      await seesItem(visit, gone);

      await holdChanges(visit, async ({ letGo }) => {
        await visit.press(`Done: ${kept}`);
        await visit.sees('button', `Reopen: ${kept}`);
        await pressDelete(visit, gone);
        await lacksItem(visit, gone, 'the deleted task gone from the list, before the server has answered');
        letGo();
        await serverHas(tracker, '/tasks', (text) => !text.includes(gone), 'the task gone from the server');
      });

      await serverHas(tracker, `/tasks/${id}`, isDone, 'the status done, kept by the server');
      await visit.sees('button', `Reopen: ${kept}`);
    },
  },
  {
    id: 'page.optimistic-refused',
    since: '06',
    capability: 'page',
    title: 'of three quick changes one is refused: it is taken back, and the others stand',
    why: 'What was shown before it was true has to go when it turns out not to be, and only that.',
    hints: [
      'What does your list show when the second of three answers is a refusal?',
      'Look at what you do with a refusal: do you restore a copy of the list that is older than the other changes?',
      'Keep apart what the server has and what is shown on top of it; a refused change is left out of the first.',
    ],
    async run(tracker) {
      const titles = [tracker.random.title(), tracker.random.title(), tracker.random.title()] as const;
      const ids: number[] = [];
      for (const title of titles) ids.push(await give(tracker, '/tasks', { title }));
      const visit = await tracker.page();
      for (const title of titles) await visit.sees('button', `Done: ${title}`);
      await tracker.request('DELETE', `/tasks/${ids[1]}`);

      await holdChanges(visit, async ({ letGo }) => {
        for (const title of titles) await visit.press(`Done: ${title}`);
        letGo();
        await seesAlert(visit, 'New task', 'the refusal');
        await serverHas(tracker, `/tasks/${ids[2]}`, isDone, 'the last change kept by the server');
      });

      await visit.lacks('button', `Reopen: ${titles[1]}`, 'the refused change taken back');
      for (const title of [titles[0], titles[2]]) await visit.sees('button', `Reopen: ${title}`);
      await serverHas(tracker, `/tasks/${ids[0]}`, isDone, 'the first change kept by the server');
    },
  },
  {
    id: 'page.optimistic-step',
    since: '06',
    capability: 'page',
    title:
      'a step that the server refuses is taken back: the lead offers what it may do, not what it was shown to do',
    why: 'A button for a step that cannot be taken leads to the next refusal.',
    hints: [
      'Somebody else has moved this lead. What does your page show before the answer, and what after it?',
      'Look at where the optimistic stage is kept: who forgets it when the answer is 409?',
      'Show it with useOptimistic, which forgets it when the action is over; do not write it into the state first.',
    ],
    async run(tracker) {
      const name = tracker.random.name();
      const id = await give(tracker, '/leads', { name });
      const visit = await tracker.page();
      await goTo(visit, 'Leads');
      await visit.sees('button', `Contacted: ${name}`);
      await change(tracker, `/leads/${id}`, { stage: 'lost' });

      await visit.press(`Contacted: ${name}`);

      await seesAlert(visit, 'Name', 'the refusal');
      await visit.lacks('button', `Qualified: ${name}`, 'the refused step taken back');
      await seesItem(visit, name);
    },
  },
  {
    id: 'page.optimistic-late',
    since: '06',
    capability: 'page',
    title: 'an answer that comes late does not overwrite what was done since',
    why: 'Answers overtake each other on every mobile network. The last thing a person did has to stand.',
    hints: [
      'A task is done and reopened, and the answer to the first comes last. What does your list show?',
      'Look at what an answer does to the list: does it replace it with a state from before the second change?',
      'Send the changes one after the other (useActionState does), or let an answer touch nothing but its own task and only when no newer change of it is under way.',
    ],
    async run(tracker) {
      const title = tracker.random.title();
      const id = await give(tracker, '/tasks', { title });
      const visit = await tracker.page();

      await delayFirstAnswer(visit, async (arrive) => {
        await visit.press(`Done: ${title}`);
        await visit.press(`Reopen: ${title}`);
        await visit.sees('button', `Done: ${title}`);
        await arrive();
        await handled(visit);
      });

      const isOpen = (text: string): boolean => /"status"\s*:\s*"todo"/.test(text);
      await serverHas(tracker, `/tasks/${id}`, isOpen, 'the status todo: the task was reopened last');
      await handled(visit);
      await visit.sees('button', `Done: ${title}`);
    },
  },
  {
    id: 'page.optimistic-focus',
    since: '06',
    capability: 'page',
    title: 'a task that comes back, because its deletion got lost, does not move the focus to itself',
    why: 'The next Enter goes where the focus is. When the list moves under it, that is another task.',
    hints: [
      'How does React know which row of the new list was which in the old one?',
      'Look at the key of your rows: does it belong to the task, or to its place?',
      'Write key={task.id}, never the index.',
    ],
    async run(tracker) {
      const [lost, next] = [tracker.random.title(), tracker.random.title()];
      await give(tracker, '/tasks', { title: lost });
      await give(tracker, '/tasks', { title: next });
      const visit = await tracker.page();
      const toggle = await visit.sees('button', `Done: ${next}`);

      await holdChanges(visit, async ({ cut }) => {
        await pressDelete(visit, lost);
        visit.tell(`bring the focus to the button "Done: ${next}"`);
        await toggle.focus();
        cut();
        await seesAlert(visit, 'New task', 'a message that the server does not answer');
      });

      await visit.sees('button', `Delete: ${lost}`);
      await expectFocus(
        visit,
        visit.find('button', `Done: ${next}`),
        `the focus still on the button "Done: ${next}"`,
      );
    },
  },
];

// Once a request that began later has been answered and drawn, so has everything before it.
async function handled({ page }: Visit): Promise<void> {
  await page.evaluate(async () => {
    await fetch(location.href);
    for (let frame = 0; frame < 3; frame += 1) await new Promise((drawn) => requestAnimationFrame(drawn));
  });
}
