import type { Locator } from 'playwright-core';
import type { Check } from '../src/check.ts';
import { PATIENCE, type Visit } from '../src/visit.ts';
import { pressDelete } from './page-delete-steps.ts';
import { change, give, goTo, seesItem } from './page-steps.ts';

const STATUSES = ['todo', 'doing', 'done'] as const;
const WAY = ['new', 'contacted', 'qualified'] as const;
const WIDE = { width: 1440, height: 900 };

/** The same things as a list and as a board. */
export const pageBoardChecks: readonly Check[] = [
  {
    id: 'page.board-tasks',
    since: '06',
    capability: 'page',
    title:
      'Board shows the tasks of the list beside each other by status, a reload keeps it, and Back leads to the list',
    why: 'Two views of one state must not tell two stories; and what is in the address can be kept, shared and gone back to.',
    hints: [
      'What differs between list and board: the tasks, or how they are drawn?',
      'Look at where the choice is kept: in a state of the page, which a reload forgets, or in the address?',
      'Make List and Board links to two addresses, read from the address which one is meant, and give both components the same tasks.',
    ],
    async run(tracker) {
      const titles = STATUSES.map((status) => `${status} ${tracker.random.token()}`);
      for (const [index, status] of STATUSES.entries()) {
        const id = await give(tracker, '/tasks', { title: titles[index] });
        if (status !== 'todo') await change(tracker, `/tasks/${id}`, { status });
      }
      const visit = await tracker.page({ viewport: WIDE });
      await expectBelow(visit, titles);

      await choose(visit, 'Board');
      await expectBeside(visit, titles);
      await visit.reload();
      await expectBeside(visit, titles);

      visit.tell('go back');
      await visit.page.goBack();
      await expectBelow(visit, titles);
      await choose(visit, 'Board');
      await choose(visit, 'List');
      await expectBelow(visit, titles);
    },
  },
  {
    id: 'page.board-leads',
    since: '06',
    capability: 'page',
    title:
      'Pipeline shows every lead of the list beside each other by stage, and a step moves one to the next column',
    why: 'How far each lead has come is seen at a glance where the stages stand beside each other.',
    hints: [
      'Which leads belong into which column, and is there one for each stage?',
      'Look at the columns: are they made from the list of all stages, or written one by one?',
      'Import the stages from the rules, make one column a stage, and put the leads of that stage into it.',
    ],
    async run(tracker) {
      const names = WAY.map((stage) => `${stage} ${tracker.random.token()}`);
      const ends = ['won', 'lost'].map((stage) => `${stage} ${tracker.random.token()}`);
      for (const [index, name] of names.entries()) await giveLead(tracker, name, WAY.slice(1, index + 1));
      await giveLead(tracker, ends[0] ?? '', ['contacted', 'qualified', 'won']);
      await giveLead(tracker, ends[1] ?? '', ['lost']);
      const visit = await tracker.page({ viewport: WIDE });
      await goTo(visit, 'Leads');
      await expectBelow(visit, names);

      await choose(visit, 'Pipeline');
      await expectBeside(visit, names);
      for (const name of ends) await seesItem(visit, name);

      const [first = '', second = '', third = ''] = names;
      await visit.press(`Qualified: ${second}`);
      await visit.sees('button', `Won: ${second}`);
      await expectSameColumn(visit, second, third);
      await choose(visit, 'List');
      await expectBelow(visit, [first, second, third]);
    },
  },
  {
    id: 'page.board-narrow',
    since: '06',
    capability: 'page',
    title:
      'at 320 pixels neither board, pipeline nor the question before deleting scrolls sideways, whatever was entered',
    why: 'A phone shows one column. What sticks out to the right is out of sight, and takes the rest of the page along.',
    hints: [
      'How wide is the widest word that somebody can enter, and who breaks it?',
      'Look at the cards and the dialog: may a column be as small as it likes, and may a word break anywhere?',
      'Give the columns min-width: 0 (minmax(min(14rem, 100%), 1fr)) and the texts overflow-wrap: anywhere.',
    ],
    async run(tracker) {
      const word = tracker.random.letters(48);
      await give(tracker, '/tasks', { title: word, notes: word });
      await give(tracker, '/leads', { name: word, company: word, email: `${word}@example.com` });
      const visit = await tracker.page({ viewport: { width: 320, height: 640 } });

      for (const [view, board] of [
        ['Tasks', 'Board'],
        ['Leads', 'Pipeline'],
      ] as const) {
        await goTo(visit, view);
        await choose(visit, board);
        await seesItem(visit, word);
        await expectNoOverflow(visit, `the ${board.toLowerCase()}`);
        await pressDelete(visit, word, {
          answer: 'Cancel',
          press: async () => {
            await visit.press(`Delete: ${word}`);
            await expectNoOverflow(visit, 'the question');
          },
        });
        await seesItem(visit, word);
      }
    },
  },
];

/** Presses one side of the switch: a link, a tab, a button or a choice with exactly this name. */
export async function choose(visit: Visit, name: 'List' | 'Board' | 'Pipeline'): Promise<void> {
  const { page } = visit;
  const all = (['link', 'tab', 'button', 'radio'] as const).map((role) =>
    page.getByRole(role, { name, exact: true }),
  );
  const choice = all.reduce((one, other) => one.or(other)).first();
  visit.tell(`press ${name} in the switch`);
  await choice.waitFor({ timeout: PATIENCE }).catch(async () => {
    throw await visit.refute(`a switch with the link, tab or button "${name}"`, 'link');
  });
  await visit.pressOn(choice);
}

async function giveLead(
  tracker: Parameters<typeof give>[0],
  name: string,
  steps: readonly string[],
): Promise<void> {
  const id = await give(tracker, '/leads', { name });
  for (const stage of steps) await change(tracker, `/leads/${id}`, { stage });
}

async function placesOf(visit: Visit, names: readonly string[]): Promise<{ left: number; top: number }[]> {
  const items: Locator[] = [];
  for (const name of names) items.push(await seesItem(visit, name));
  return Promise.all(
    items.map((item) =>
      item.evaluate((one) => {
        const { left, top } = one.getBoundingClientRect();
        return { left, top };
      }),
    ),
  );
}

// In which order is for other checks to say: it is another from 08c on.
async function expectBelow(visit: Visit, names: readonly string[]): Promise<void> {
  await expectPlaces(
    visit,
    names,
    'below each other, in a list',
    (a, b) => a.left === b.left && a.top !== b.top,
  );
}

async function expectBeside(visit: Visit, names: readonly string[]): Promise<void> {
  await expectPlaces(visit, names, 'beside each other, in columns', (a, b) => a.left < b.left);
}

async function expectSameColumn(visit: Visit, ...names: readonly string[]): Promise<void> {
  await expectPlaces(visit, names, 'in the same column', (a, b) => a.left === b.left);
}

type Place = Awaited<ReturnType<typeof placesOf>>[number];

async function expectPlaces(
  visit: Visit,
  names: readonly string[],
  how: string,
  holds: (one: Place, next: Place) => boolean,
): Promise<void> {
  const list = names.map((name) => `"${name}"`).join(', ');
  await visit.until(
    `${list} ${how}`,
    async () => {
      const places = await placesOf(visit, names);
      return places.every((place, index) => {
        const next = places[index + 1];
        return next === undefined || holds(place, next);
      });
    },
    async () => {
      const places = await placesOf(visit, names);
      return names
        .map((name, index) => `"${name}" ${Math.round(places[index]?.left ?? 0)} pixels from the left`)
        .join(', ');
    },
  );
}

async function expectNoOverflow(visit: Visit, what: string): Promise<void> {
  const { width, room } = await visit.page.evaluate(() => {
    const boxes = [
      document.documentElement,
      ...document.querySelectorAll('dialog[open], [role="alertdialog"]'),
    ];
    const worst = boxes.toSorted(
      (a, b) => b.scrollWidth - b.clientWidth - (a.scrollWidth - a.clientWidth),
    )[0];
    return { width: worst?.scrollWidth ?? 0, room: worst?.clientWidth ?? 0 };
  });
  if (width > room + 1) throw visit.fail(`${what} fits into ${room} pixels`, `it is ${width} pixels wide`);
}
