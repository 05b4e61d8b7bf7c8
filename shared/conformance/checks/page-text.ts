import type { Locator } from 'playwright-core';
import type { Check } from '../src/check.ts';
import type { Visit } from '../src/visit.ts';
import { pressDelete, type Question } from './page-delete-steps.ts';
import { give, goTo, itemOf, seesItem } from './page-steps.ts';

// Reverses what follows it, until something isolates it.
const TURNS_ROUND = '\u202e';
const MANY = 60;

/** What people write in other directions, and where it is once they have written it. */
export const pageTextChecks: readonly Check[] = [
  {
    id: 'page.direction',
    since: '03',
    capability: 'page',
    title: 'text from right to left reads right, in the list and while it is typed',
    why: 'Arabic and Hebrew run from right to left. A full stop on the wrong side is to their readers what .olleH is to others.',
    hints: [
      'Who decides in which direction a text runs: the page, or its first letters?',
      'Look at your fields and at the element that shows a title: what do they say about direction?',
      'Give the fields dir="auto", and put what people wrote into <bdi> or an element with dir="auto".',
    ],
    async run(tracker) {
      const [title, name] = [`שלום ${tracker.random.token()} עולם!`, `נועה ${tracker.random.token()} לוי!`];
      await give(tracker, '/tasks', { title });
      await give(tracker, '/leads', { name });
      const visit = await tracker.page();

      await expectFromTheRight(visit, 'New task');
      await expectFullStopLeft(visit, await seesItem(visit, title), title);
      await goTo(visit, 'Leads');
      await expectFromTheRight(visit, 'Name');
      await expectFullStopLeft(visit, await seesItem(visit, name), name);
    },
  },
  {
    id: 'page.direction-own',
    since: '03',
    capability: 'page',
    title: 'a mark in a title or a company that turns the direction does not turn the words around it',
    why: 'One invisible character can make a page say .eliam-e ton ,enod toN. What people write keeps its direction to itself.',
    hints: [
      'Where does the direction of a text end that was turned with U+202E?',
      'Look at what stands on the same line behind what people wrote: a status, a stage, an address.',
      'Wrap each text that people wrote in <bdi>: company and address are two texts.',
    ],
    async run(tracker) {
      const token = tracker.random.token();
      const title = `${TURNS_ROUND}task ${token}`;
      await give(tracker, '/tasks', { title, notes: `notes ${token}` });
      await give(tracker, '/leads', {
        ...{ name: `${TURNS_ROUND}lead ${token}`, company: `${TURNS_ROUND}firm ${token}` },
        email: `ana.${token}@example.com`,
      });
      const visit = await tracker.page();
      await seesItem(visit, token);
      await expectOwnWordsForward(visit, itemOf(visit, token));
      expectOwnWordsApart(visit, await pressDelete(visit, title, { answer: 'Cancel' }), title);
      await goTo(visit, 'Leads');
      await seesItem(visit, token);
      await expectOwnWordsForward(visit, itemOf(visit, token));
    },
  },
  {
    id: 'page.added-in-view',
    since: '03',
    capability: 'page',
    title: 'what was added is brought into view, in a long list and behind a filter, too',
    why: 'A form that empties itself and shows nothing new looks as if the task were lost, and it is written a second time.',
    hints: [
      'Where in the list is a new task, and which part of the list is on the screen?',
      'Look at what your page does once the list was drawn: does it know which item is new? And does the filter let it through?',
      "After drawing, call scrollIntoView({ block: 'nearest' }) on the new item; set the filter to Any when it would leave the item out.",
    ],
    async run(tracker) {
      for (let count = 0; count < MANY; count += 1) {
        await give(tracker, '/tasks', { title: `${count} ${tracker.random.title()}` });
        await give(tracker, '/leads', { name: `${count} ${tracker.random.name()}` });
      }
      const visit = await tracker.page();
      const [title, name, hidden] = [tracker.random.title(), tracker.random.name(), tracker.random.title()];

      await visit.type('New task', title);
      await visit.press('Add task');
      await expectInView(visit, await seesItem(visit, title), title);

      const filter = visit.find('combobox', 'Status');
      if (await filter.evaluate((one) => one instanceof HTMLSelectElement)) {
        visit.tell('choose Done in the combobox Status');
        await filter.selectOption({ label: 'Done' });
        await visit.lacks('button', `Done: ${title}`, 'only tasks that are done');
        await visit.type('New task', hidden);
        await visit.press('Add task');
        await expectInView(visit, await seesItem(visit, hidden), hidden);
      }

      await goTo(visit, 'Leads');
      await visit.type('Name', name);
      await visit.press('Add lead');
      await expectInView(visit, await seesItem(visit, name), name);
    },
  },
];

async function expectFromTheRight(visit: Visit, field: string): Promise<void> {
  await visit.type(field, 'שלום');
  const direction = await visit.find('textbox', field).evaluate((one) => getComputedStyle(one).direction);
  if (direction !== 'rtl')
    throw visit.fail(
      `the textbox ${field} from right to left, as what is typed into it`,
      `it runs ${direction}`,
    );
  await visit.type(field, '', 'nothing');
}

/** Throws a Failure when the mark that ends the text is not at its left end. */
async function expectFullStopLeft(visit: Visit, item: Locator, text: string): Promise<void> {
  const ends = await item.evaluate((node, wanted) => {
    const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    for (let one = walker.nextNode(); one !== null; one = walker.nextNode()) {
      const at = one.textContent?.indexOf(wanted) ?? -1;
      if (at < 0 || one.parentElement?.closest('button, [role="button"]')) continue;
      const left = (index: number): number => {
        const range = document.createRange();
        range.setStart(one, at + index);
        range.setEnd(one, at + index + 1);
        return range.getBoundingClientRect().left;
      };
      return { first: left(0), last: left(wanted.length - 1) };
    }
    return undefined;
  }, text);
  if (ends !== undefined && ends.last > ends.first)
    throw visit.fail(
      `"${text}" from right to left, its last mark at the left`,
      'its last mark is at the right: the text has the direction of the page',
    );
}

/** Throws a Failure when words in the item that hold no mark of their own run backwards. */
async function expectOwnWordsForward(visit: Visit, item: Locator): Promise<void> {
  const backwards = await item.evaluate((node) => {
    const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    for (let one = walker.nextNode(); one !== null; one = walker.nextNode()) {
      const text = one.textContent ?? '';
      const start = text.search(/[a-z]{2}/i);
      if (start < 0 || text.includes('\u202e')) continue;
      const [first = 0, second = 0] = [0, 1].map((index) => {
        const range = document.createRange();
        range.setStart(one, start + index);
        range.setEnd(one, start + index + 1);
        return range.getBoundingClientRect().left;
      });
      if (second < first) found.push(text.trim());
    }
    return found;
  });
  if (backwards.length > 0)
    throw visit.fail('words of the page that run forwards', `backwards: ${backwards.join(', ')}`);
}

// A browser's own question is plain text: there a line of its own keeps the title apart, or U+2068 and U+2069 do.
function expectOwnWordsApart(visit: Visit, question: Question | undefined, title: string): void {
  if (question?.how !== 'confirm') return;
  const [, after = ''] = question.text.split(title);
  if (/^[^\n\u2069]*\p{Letter}/u.test(after))
    throw visit.fail('no word behind the title on its line of the question', `it asks: ${question.text}`);
}

async function expectInView(visit: Visit, item: Locator, name: string): Promise<void> {
  const whole = (): Promise<boolean> =>
    item.evaluate((one) => {
      const { top, bottom } = one.getBoundingClientRect();
      return top >= -1 && bottom <= innerHeight + 1;
    });
  await visit.until(`"${name}" in the window`, whole, async () => {
    const { top, height } = await item.evaluate((one) => ({
      top: Math.round(one.getBoundingClientRect().top),
      height: innerHeight,
    }));
    return `it is ${top} pixels down, in a window of ${height}`;
  });
}
