import type { Locator } from 'playwright-core';
import type { Check } from '../src/check.ts';
import { expectView, goTo, navigationTo } from './page-steps.ts';

/** How the page is laid out, before anything is done on it. */
export const pageViewChecks: readonly Check[] = [
  {
    id: 'page.views',
    since: '03',
    capability: 'page',
    title: 'a navigation leads to Tasks and Leads, and a heading names the view',
    why: 'People find their way by links and headings, and a screen reader jumps from one to the next.',
    hints: [
      'Which elements of HTML say "here you choose where to go" and "this is what you are looking at"?',
      'Look at the top of your page: a nav element with a link a view, and one h1 that is not hidden.',
      'Write <nav><a href="#tasks">Tasks</a> <a href="#leads">Leads</a></nav>, and show a section with its <h1>Tasks</h1> or <h1>Leads</h1>.',
    ],
    async run({ page }) {
      const visit = await page();

      await expectView(visit, 'Tasks');
      await visit.until('a link or tab Leads in the navigation', () =>
        navigationTo(visit, 'Leads').isVisible(),
      );
      await goTo(visit, 'Leads');
      await visit.sees('button', 'Add lead');
      await visit.lacks('button', 'Add task', 'Leads alone: one view at a time');
      await goTo(visit, 'Tasks');
      await visit.sees('button', 'Add task');
      await visit.lacks('button', 'Add lead', 'Tasks alone: one view at a time');
    },
  },
  {
    id: 'page.document',
    since: '03',
    capability: 'page',
    title: 'the document says its language, its title, and that it fits the width of the screen',
    why: 'The language tells a screen reader how to speak, the title names the tab, and without the viewport a phone shows the page tiny.',
    hints: [
      'What does a browser want to know about a page before it shows anything of it?',
      'Look at the html element and inside head.',
      'Write <html lang="en">, <title>Tasks</title> and <meta name="viewport" content="width=device-width, initial-scale=1">.',
    ],
    async run({ page }) {
      const visit = await page();
      await expectView(visit, 'Tasks');

      const { lang, title, viewport } = await visit.page.evaluate(() => ({
        lang: document.documentElement.lang,
        title: document.title,
        viewport: document.querySelector('meta[name="viewport"]')?.getAttribute('content') ?? '',
      }));

      if (!/^[a-z]{2}/i.test(lang))
        throw visit.fail('a language on the html element: lang="en"', `lang="${lang}"`);
      if (title.trim() === '') throw visit.fail('a title in the head', 'no title, or an empty one');
      if (!/width\s*=\s*device-width/.test(viewport))
        throw visit.fail('a meta viewport with width=device-width', viewport === '' ? 'none' : viewport);
    },
  },
];

/** What the lists say while they are empty; for when adding works. */
export const pageEmptyChecks: readonly Check[] = [
  {
    id: 'page.empty',
    since: '03',
    capability: 'page',
    title: 'an empty list says what to do next, on both views, and only while it is empty',
    why: 'Somebody new sees the empty list first. Emptiness alone leaves them wondering whether the page is broken.',
    hints: [
      'What does your page look like to somebody who comes for the first time?',
      'Look at where the list is drawn: what happens when it has no items?',
      'When the list is empty show a sentence such as "No tasks yet. Write down the first one above.", and hide it otherwise.',
    ],
    async run(tracker) {
      const visit = await tracker.page();
      for (const [view, field, button] of [
        ['Tasks', 'New task', 'Add task'],
        ['Leads', 'Name', 'Add lead'],
      ] as const) {
        await goTo(visit, view);
        const before = await settledLines(visit.page.locator('body'));
        const title = tracker.random.token();
        await visit.type(field, title);
        await visit.press(button);
        const sentences = before.filter((line) => line.split(/\s+/).length >= 3);
        await visit.until(
          `a sentence on the empty list of ${view}, which goes once there is an item`,
          async () => {
            const now = await settledLines(visit.page.locator('body'));
            return now.some((line) => line.includes(title)) && sentences.some((line) => !now.includes(line));
          },
          () => `the empty list says ${before.map((line) => `"${line}"`).join(', ') || 'nothing'}`,
        );
      }
    },
  },
];

// The text that can be seen, a line each, once it no longer says that it is loading.
async function settledLines(body: Locator): Promise<string[]> {
  // biome-ignore lint/performance/useDomNodeTextContent: only what can be seen, in lines.
  const read = async (): Promise<string> => (await body.innerText()).trim();
  let text = await read();
  for (let again = 0; again < 200 && /loading/i.test(text); again += 1) text = await read();
  return text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
