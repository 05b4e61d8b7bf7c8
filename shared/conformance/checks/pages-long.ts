import type { Locator } from 'playwright-core';
import type { Check } from '../src/check.ts';
import { PATIENCE, type Visit } from '../src/visit.ts';
import { follow, giveTasks, seesAddress } from './page-accounts-steps.ts';
import { chooseStatus } from './page-filter.ts';
import { expectView } from './page-steps.ts';

const MANY = 45;
const USUAL = 20;

function pagesOf({ page }: Visit): Locator {
  return page.getByRole('navigation', { name: 'Pages', exact: true });
}

/** The titles in the list, from top to bottom. */
async function titlesOn({ page }: Visit): Promise<string[]> {
  const buttons = page.getByRole('button', { name: /^Delete: / });
  const names = await buttons.evaluateAll((all) =>
    all.map((one) => one.getAttribute('aria-label') ?? one.textContent ?? ''),
  );
  return names.map((name) => name.replace(/^\s*Delete: /, '').trim());
}

/** Waits until the list shows exactly these, in this order. */
async function seesTitles(visit: Visit, titles: readonly string[], what: string): Promise<void> {
  await visit.until(
    what,
    async () => (await titlesOn(visit)).join('\n') === titles.join('\n'),
    async () => {
      const shown = await titlesOn(visit);
      return `${shown.length} tasks: ${shown.slice(0, 5).join(', ')}${shown.length > 5 ? ', …' : ''}`;
    },
  );
}

async function seesPage(visit: Visit, number: number, of: number): Promise<void> {
  const text = `Page ${number} of ${of}`;
  await visit.until(
    `"${text}" in the navigation Pages`,
    async () => ((await pagesOf(visit).first().textContent()) ?? '').replaceAll(/\s+/g, ' ').includes(text),
    async () => (await pagesOf(visit).allInnerTexts()).join(' ') || 'no navigation called Pages',
  );
}

/** Chooses the order by title in the combobox Sort. */
async function sortByTitle(visit: Visit): Promise<void> {
  visit.tell('choose the title in the combobox Sort');
  const box = await visit.sees('combobox', 'Sort');
  const labels = await box.locator('option').allInnerTexts();
  const label = labels.find((one) => /title/i.test(one));
  if (label === undefined)
    throw visit.fail(
      'an option with "title" in the combobox Sort',
      `its options: ${labels.join(', ') || 'none'}`,
    );
  await box.selectOption({ label }, { timeout: PATIENCE });
}

/** Lists that are longer than a page of theirs. */
export const pagesLongChecks: readonly Check[] = [
  {
    id: 'pages.long-list',
    since: '08c',
    capability: 'pages',
    needs: 'paging',
    title: 'a list longer than 20 has a navigation Pages that leads through it, scripts or not',
    why: 'What is on page two must be found by those who do not know that there is an address for it.',
    hints: [
      'How does somebody see that there is more than these twenty?',
      'Look at what the page does with X-Total-Count, and at where the number of the page is kept.',
      '<nav aria-label="Pages"> with links to ?page=…, keeping the rest of the address, and "Page 2 of 3"; nothing where one page is enough.',
    ],
    async run(tracker) {
      const titles = (await giveTasks(tracker, MANY)).toReversed();
      for (const javaScriptEnabled of [true, false]) {
        const visit = await tracker.page({ path: '/tasks', javaScriptEnabled });
        await seesTitles(visit, titles.slice(0, USUAL), 'the first 20, the newest first');
        await seesPage(visit, 1, 3);
        await visit.lacks('link', 'Previous', 'no link Previous on the first page');
        await follow(visit, 'Next');
        await seesAddress(visit, /[?&]page=2\b/, 'an address with page=2');
        await seesPage(visit, 2, 3);
        await seesTitles(visit, titles.slice(USUAL, 2 * USUAL), 'the next 20');
        await follow(visit, 'Next');
        await seesTitles(visit, titles.slice(2 * USUAL), 'the last 5');
        await visit.lacks('link', 'Next', 'no link Next on the last page');
        await follow(visit, 'Previous');
        await seesTitles(visit, titles.slice(USUAL, 2 * USUAL), 'the second page again');
      }
    },
  },
  {
    id: 'pages.todo-first',
    since: '08c',
    capability: 'pages',
    needs: 'paging',
    title: 'the list of tasks begins with what is to be done, the newest first; what is done comes last',
    why: 'Whoever adds a task wants to see it, and whoever looks at the list wants to know what to do next.',
    hints: [
      'What does somebody see first who has done two hundred tasks, and has one to do?',
      'Look at what the page asks for when nobody has chosen an order.',
      'Ask the API for sort=status,-createdAt unless the address says otherwise.',
    ],
    async run(tracker) {
      const [first, second, third, fourth] = await giveTasks(tracker, 4);
      const visit = await tracker.page({ path: '/tasks' });
      await seesTitles(
        visit,
        [fourth, third, second, first].map(String),
        'all of them to do: the newest first',
      );
      await visit.press(`Done: ${fourth}`);
      await visit.sees('button', `Reopen: ${fourth}`);
      await visit.reload();
      await seesTitles(visit, [third, second, first, fourth].map(String), 'what is done after what is to do');
    },
  },
  {
    id: 'pages.short-list',
    since: '08c',
    capability: 'pages',
    needs: 'paging',
    title: 'a list that fits on a page has no navigation Pages, also after a filter has made it short',
    why: 'What leads nowhere is in the way, above all for those who hear the page instead of seeing it.',
    hints: [
      'How many pages has a list of three?',
      'Look at when the navigation is drawn, and what becomes of page=3 when somebody chooses another filter.',
      'Draw it only when there is more than one page; when the filter or the order changes, leave page out of the address.',
    ],
    async run(tracker) {
      const titles = (await giveTasks(tracker, USUAL + 1)).toReversed();
      const visit = await tracker.page({ path: '/tasks?page=2' });
      await seesTitles(visit, titles.slice(USUAL), 'the one on the second page');
      await seesPage(visit, 2, 2);
      await visit.press(`Done: ${titles[USUAL]}`);
      await visit.sees('button', `Reopen: ${titles[USUAL]}`);
      await chooseStatus(visit, 'done');
      await seesTitles(visit, titles.slice(USUAL), 'the one task that is done');
      await visit.until('no navigation Pages', async () => (await pagesOf(visit).count()) === 0);
    },
  },
  {
    id: 'pages.sort-address',
    since: '08c',
    capability: 'pages',
    needs: 'paging',
    title: 'the combobox Sort orders the whole list; the order is in the address and stays from page to page',
    why: 'A list that is in another order on its second page is no list.',
    hints: [
      'Who puts the list in order: the page with the twenty it has, or the server with all of them?',
      'Look at the links of the navigation: do they carry the order along?',
      'Read sort from searchParams, hand it to the API, and copy it into every link to another page.',
    ],
    async run(tracker) {
      const titles = (await giveTasks(tracker, MANY)).toSorted();
      const visit = await tracker.page({ path: '/tasks' });
      await expectView(visit, 'Tasks');
      await sortByTitle(visit);
      await seesAddress(visit, /[?&]sort=-?\w+/, 'an address with sort=');
      const down = /[?&]sort=-/.test(visit.page.url());
      const order = down ? titles.toReversed() : titles;
      await seesTitles(visit, order.slice(0, USUAL), 'the first 20 of all, by title');
      await follow(visit, 'Next');
      await seesAddress(visit, /[?&]sort=-?\w+/, 'an address with sort=, on the second page, too');
      await seesTitles(visit, order.slice(USUAL, 2 * USUAL), 'the next 20, by title');
      await visit.reload();
      await seesTitles(visit, order.slice(USUAL, 2 * USUAL), 'the same after a reload');
    },
  },
];
