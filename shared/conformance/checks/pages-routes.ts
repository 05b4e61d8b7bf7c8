import type { Check } from '../src/check.ts';
import { chooseStatus } from './page-filter.ts';
import { change, give, lacksItem, seesItem } from './page-steps.ts';

/** Pages of their own, with their content in the HTML. */
export const pagesRouteChecks: readonly Check[] = [
  {
    id: 'pages.content',
    since: '07',
    capability: 'pages',
    title: '/tasks and /leads come with their content in the HTML, before any script',
    why: 'Crawlers, slow phones and people behind strict filters see what the HTML holds, and see it first.',
    hints: [
      'What does curl show of your page, and who fills in the rest?',
      'Look at the component of the route: does it read the data on the server, or in an effect in the browser?',
      'Make the page an async server component that awaits the API and renders the list; mark it dynamic, so that it is not built once for all.',
    ],
    async run(tracker) {
      const [title, name] = [`task ${tracker.random.token()}`, `Ana ${tracker.random.token()}`];
      await give(tracker, '/tasks', { title });
      await give(tracker, '/leads', { name });

      for (const [path, text] of [
        ['/tasks', title],
        ['/leads', name],
      ] as const) {
        const answer = await tracker.fetchPage(path);
        if (answer.status !== 200 || answer.mediaType !== 'text/html') throw answer.fail('200, text/html');
        if (!visible(answer.text).includes(text))
          throw answer.fail(`"${text}" in the HTML`, 'HTML without it');
      }
    },
  },
  {
    id: 'pages.detail',
    since: '07',
    capability: 'pages',
    title: 'every task and every lead has a page of its own, with its content in the HTML',
    why: 'What has an address can be bookmarked, sent to a colleague, and opened in a second tab.',
    hints: [
      'How would you send somebody one single task?',
      'Look at your routes: is there one with a part that changes, [id]?',
      'Add app/tasks/[id]/page.tsx and app/leads/[id]/page.tsx; each awaits its params and reads that one from the API.',
    ],
    async run(tracker) {
      const [title, name] = [`task ${tracker.random.token()}`, `Ana ${tracker.random.token()}`];
      const task = await give(tracker, '/tasks', { title });
      const lead = await give(tracker, '/leads', { name });

      for (const [path, text] of [
        [`/tasks/${task}`, title],
        [`/leads/${lead}`, name],
      ] as const) {
        const answer = await tracker.fetchPage(path);
        if (answer.status !== 200) throw answer.fail('200');
        if (!visible(answer.text).includes(text))
          throw answer.fail(`"${text}" in the HTML`, 'HTML without it');
      }
    },
  },
  {
    id: 'pages.titles',
    since: '07',
    capability: 'pages',
    title: 'each page has a title of its own, and that of a task names the task',
    why: 'Titles are what tabs, bookmarks and search results show; ten tabs called "Tracker" are ten closed doors.',
    hints: [
      'What does the tab say on each of your pages?',
      'Look at metadata and generateMetadata in your pages and in the layout.',
      'Export metadata = { title: "Tasks" } where it is fixed, and generateMetadata({ params }) where it depends on the task.',
    ],
    async run(tracker) {
      const title = `task ${tracker.random.token()}`;
      const id = await give(tracker, '/tasks', { title });
      const titles: string[] = [];
      for (const path of ['/tasks', '/leads', `/tasks/${id}`]) {
        const answer = await tracker.fetchPage(path);
        const found = /<title[^>]*>([^<]*)<\/title>/.exec(answer.text)?.[1] ?? '';
        if (found.trim() === '') throw answer.fail('a title in the HTML', 'none, or an empty one');
        if (path.endsWith(`/${id}`) && !found.includes(title))
          throw answer.fail(`a title that names "${title}"`, `"${found}"`);
        if (titles.includes(found)) throw answer.fail('a title of its own', `"${found}", like another page`);
        titles.push(found);
      }
    },
  },
  {
    id: 'pages.not-found',
    since: '07',
    capability: 'pages',
    title: 'an unknown task, lead or address is a page with status 404 that leads back',
    why: 'The status is for machines, the words and the way back are for people; they need both.',
    hints: [
      'What should somebody see who follows an old bookmark?',
      'Look at what your page does when the API answers 404.',
      'Call notFound() and write app/not-found.tsx with a heading and a link back. What streams has already sent its 200: no loading.tsx above it.',
    ],
    async run(tracker) {
      for (const path of ['/tasks/987654321', '/leads/987654321', '/tasks/none', '/nowhere']) {
        const answer = await tracker.fetchPage(path);
        if (answer.status !== 404 || answer.mediaType !== 'text/html') throw answer.fail('404, text/html');
        if (!/<a\s[^>]*href="\/(tasks|leads)?"/.test(answer.text))
          throw answer.fail('a link that leads back', 'a page without one');
      }
    },
  },
  {
    id: 'pages.filter-address',
    since: '07',
    capability: 'pages',
    title: 'the filter is in the address: choosing one changes it, and opening it filters',
    why: 'What is in the address survives a reload, can be shared, and lets the back button work.',
    hints: [
      'What do you lose on a reload, when the filter is a variable?',
      'Look at where the chosen status is kept, and at what the page reads when it is opened.',
      'Read searchParams.status in the page, and let the combobox navigate to /tasks?status=done.',
    ],
    async run(tracker) {
      const [open, done] = [`open ${tracker.random.token()}`, `shut ${tracker.random.token()}`];
      await give(tracker, '/tasks', { title: open });
      await change(tracker, `/tasks/${await give(tracker, '/tasks', { title: done })}`, { status: 'done' });
      const visit = await tracker.page({ path: '/tasks' });
      await seesItem(visit, open);

      await chooseStatus(visit, 'done');
      await visit.until(
        'an address with the filter in it',
        async () => /[?&]status=done\b/.test(visit.page.url()),
        () => visit.page.url().replace(/^http:\/\/[^/]+/, ''),
      );
      await lacksItem(visit, open, 'only tasks that are done');
      await visit.reload();
      await seesItem(visit, done);
      await lacksItem(visit, open, 'only tasks that are done, after the reload, too');
    },
  },
];

/** The HTML without its scripts and head, entities of plain ASCII resolved. */
function visible(html: string): string {
  return html
    .replace(/<script\b[\s\S]*?<\/script>/g, '')
    .replace(/<head\b[\s\S]*?<\/head>/, '')
    .replace(/<!--[\s\S]*?-->/g, '');
}
