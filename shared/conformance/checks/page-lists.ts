import type { Check } from '../src/check.ts';
import { chooseStatus } from './page-filter.ts';
import { change, give, goTo, lacksItem, seesItem, serverHas } from './page-steps.ts';

/** What the lists on the page show, and in which order. */
export const pageListChecks: readonly Check[] = [
  {
    id: 'page.list-reload',
    since: '03',
    capability: 'page',
    title: 'the page shows what the server has: tasks and leads made elsewhere appear after a reload',
    why: 'The data live on the server. The page is one of many windows on them, curl is another.',
    hints: [
      'When your page opens, where do its tasks come from?',
      'Look at what runs when the page is loaded: does it ask the server for both lists?',
      'Load GET /tasks and GET /leads when their view opens, and draw what comes.',
    ],
    async run(tracker) {
      const visit = await tracker.page();
      const [title, name] = [tracker.random.title(), tracker.random.name()];
      await visit.sees('button', 'Add task');
      await give(tracker, '/tasks', { title });
      await give(tracker, '/leads', { name });

      await visit.reload();

      await goTo(visit, 'Tasks');
      await seesItem(visit, title);
      await goTo(visit, 'Leads');
      await seesItem(visit, name);
    },
  },
  {
    id: 'page.list-kept',
    since: '03',
    capability: 'page',
    title: 'what was added and done on the page is still so after a reload',
    why: 'A page that only changes what it shows forgets everything with the tab.',
    hints: [
      'Is a variable in the page still there after a reload?',
      'Look at adding and at Done: does each tell the server before it changes what is shown?',
      'Send POST and PATCH, wait for the answer, and show what the server then has.',
    ],
    async run(tracker) {
      const title = tracker.random.title();
      const visit = await tracker.page();
      await visit.type('New task', title);
      await visit.press('Add task');
      await visit.press(`Done: ${title}`);
      await visit.sees('button', `Reopen: ${title}`);

      const done = (text: string): boolean => /"status"\s*:\s*"done"/.test(text);
      await serverHas(tracker, '/tasks', done, 'the task, done, kept by the server');
      await visit.reload();

      await visit.sees('button', `Reopen: ${title}`);
    },
  },
  {
    id: 'page.list-order',
    since: '03',
    changedIn: { stage: '08c', adr: 'stages/08c-lists/ADR.md' },
    capability: 'page',
    title: 'tasks are listed in the order of creation, whatever their titles and states',
    why: 'A list that keeps its order lets people find a thing where they saw it last.',
    hints: [
      'In which order does the server send the tasks?',
      'Look at where you draw the list: do you sort it, or put new items at the top?',
      'Append the items in the order in which GET /tasks lists them.',
    ],
    async run(tracker) {
      const words = tracker.random.shuffle(['alpha', 'mike', 'zulu']);
      const titles = words.map((word) => `${word} ${tracker.random.token()}`);
      const ids: number[] = [];
      for (const title of titles) ids.push(await give(tracker, '/tasks', { title }));
      await change(tracker, `/tasks/${ids[0]}`, { status: 'done' });
      const visit = await tracker.page();
      for (const title of titles) await visit.sees('button', `Delete: ${title}`);

      const buttons = visit.page.getByRole('button', { name: /^Delete: / });
      const names = await buttons.evaluateAll((all) =>
        all.map((one) => one.getAttribute('aria-label') ?? one.textContent ?? ''),
      );
      const order = titles.toSorted((a, b) => indexOf(names, a) - indexOf(names, b));

      if (order.join() !== titles.join())
        throw visit.fail(`the tasks in this order: ${titles.join(', ')}`, order.join(', '));
    },
  },
  {
    id: 'page.list-filter',
    since: '03',
    capability: 'page',
    title: 'the combobox Status filters: todo, doing, done, and all again',
    why: 'With fifty tasks nobody reads the list; they ask it a question.',
    hints: [
      'Which element of HTML offers a choice of a few, and which event says that another was chosen?',
      'Look at what happens when the choice changes: does the list follow, and does the server know the filter?',
      'On change load /tasks?status=… with the value of the select, or /tasks when everything is wanted, and draw the list again.',
    ],
    async run(tracker) {
      const statuses = ['todo', 'doing', 'done'] as const;
      const titles = statuses.map((status) => `${status} ${tracker.random.token()}`);
      for (const [index, status] of statuses.entries()) {
        const id = await give(tracker, '/tasks', { title: titles[index] });
        if (status !== 'todo') await change(tracker, `/tasks/${id}`, { status });
      }
      const visit = await tracker.page();

      for (const [index, status] of statuses.entries()) {
        await chooseStatus(visit, status);
        for (const [other, title] of titles.entries()) {
          if (other === index) await seesItem(visit, title);
          else await lacksItem(visit, title, `only tasks whose status is ${status}`);
        }
      }
      await chooseStatus(visit, 'any');
      for (const title of titles) await seesItem(visit, title);

      const [todo = '', doing = ''] = titles;
      await chooseStatus(visit, 'todo');
      await lacksItem(visit, doing, 'only tasks whose status is todo');
      await visit.press(`Done: ${todo}`);
      await visit.lacks('button', `Done: ${todo}`);
      await lacksItem(visit, doing, 'only tasks whose status is todo, after a change, too');
    },
  },
  {
    id: 'page.list-two-tabs',
    since: '03',
    capability: 'page',
    title: 'two tabs show the same tracker: what one adds, the other has when it is opened',
    why: 'People leave tabs open. Two of them that disagree are worse than one that is slow.',
    hints: [
      'What do two tabs of the same page share, and what not?',
      'Look for what your page keeps for itself, in localStorage or in a variable, instead of asking the server.',
      'Let the server be the only place where tasks are kept; each tab loads them when it opens.',
    ],
    async run(tracker) {
      const { page, random } = tracker;
      const [first, second] = [random.title(), random.title()];
      const visit = await page();
      await visit.type('New task', first);
      await visit.press('Add task');
      await seesItem(visit, first);
      await serverHas(tracker, '/tasks', (text) => text.includes(first), 'the task kept by the server');

      const other = await page({ beside: visit });
      await seesItem(other, first);
      await other.type('New task', second);
      await other.press('Add task');
      await seesItem(other, second);
      await serverHas(tracker, '/tasks', (text) => text.includes(second), 'the task kept by the server');

      await visit.reload();
      await seesItem(visit, second);
    },
  },
];

function indexOf(names: readonly string[], title: string): number {
  return names.findIndex((name) => name.includes(title));
}
