import type { Check } from '../src/check.ts';
import { pressDelete } from './page-delete-steps.ts';
import { looksOf } from './page-looks.ts';
import { change, give, lacksItem, seesItem, serverHas, settle, spoken } from './page-steps.ts';

/** Tasks on the page: added, done, deleted. */
export const pageTaskChecks: readonly Check[] = [
  {
    id: 'page.task-add',
    since: '03',
    capability: 'page',
    title: 'a task typed into New task is added by the button Add task and shown in the list',
    why: 'This is what the page is for: everything else can wait until a task can be written down.',
    hints: [
      'Which event does a form send when its button is pressed, and what does the browser do unless you stop it?',
      'Look at the listener on your form: does it ask the server, and does the list show what the server answered?',
      'On submit: preventDefault(), fetch("/tasks", { method: "POST", … }), then load and draw the list again.',
    ],
    async run(tracker) {
      const title = tracker.random.title();
      const visit = await tracker.page();

      await visit.type('New task', title);
      await visit.press('Add task');

      await seesItem(visit, title);
      await visit.sees('button', `Done: ${title}`);
      await visit.sees('button', `Delete: ${title}`);
      const kept = (text: string): boolean => text.includes(title);
      await serverHas(tracker, '/tasks', kept, 'the task kept by the server, not only by the page');
    },
  },
  {
    id: 'page.task-add-enter',
    since: '03',
    capability: 'page',
    title: 'Enter in New task adds the task, too',
    why: 'Whoever types has both hands on the keyboard; a form gives them Enter for nothing.',
    hints: [
      'Why does Enter send some forms and not others?',
      'Look at which event you listen to: a click on the button, or the submit of the form?',
      'Put the textbox and a <button type="submit"> into one form and listen to its submit event.',
    ],
    async run({ page, random }) {
      const title = random.title();
      const visit = await page();

      await visit.type('New task', title);
      await visit.find('textbox', 'New task').focus();
      await visit.key('Enter');

      await seesItem(visit, title);
    },
  },
  {
    id: 'page.task-done',
    since: '03',
    capability: 'page',
    title: 'Done marks a task as done and becomes Reopen, which takes it back',
    why: 'A button says what it will do, not what was done: once a task is done, the way on is to reopen it.',
    hints: [
      'What should the button say once the task is done, and where does the page learn that it is?',
      'Look at what happens after the PATCH: is the item drawn again from the answer?',
      'PATCH the status to done or todo, then draw the button as "Reopen: ‹title›" when the status is done, else "Done: ‹title›".',
    ],
    async run(tracker) {
      const title = tracker.random.title();
      const id = await give(tracker, '/tasks', { title });
      const visit = await tracker.page();

      await visit.press(`Done: ${title}`);
      await visit.sees('button', `Reopen: ${title}`);
      await visit.lacks('button', `Done: ${title}`);
      const kept = (text: string): boolean => /"status"\s*:\s*"done"/.test(text);
      await serverHas(tracker, `/tasks/${id}`, kept, 'the status done, kept by the server');

      await visit.press(`Reopen: ${title}`);
      await visit.sees('button', `Done: ${title}`);
    },
  },
  {
    id: 'page.task-done-looks',
    since: '03',
    capability: 'page',
    title: 'a done task looks different',
    why: 'A list is read at a glance: what is left to do must stand out from what is done.',
    hints: [
      'How would you see from a distance which tasks are done?',
      'Look at what you change about an item when its task is done: a class, and a rule for it?',
      'Give the item a class when the status is done, and in CSS a line through its title or a paler colour.',
    ],
    async run(tracker) {
      const [open, done] = [`open ${tracker.random.token()}`, `shut ${tracker.random.token()}`];
      // The first and the last of a list may look different for that alone.
      await give(tracker, '/tasks', { title: tracker.random.title() });
      await give(tracker, '/tasks', { title: open });
      await change(tracker, `/tasks/${await give(tracker, '/tasks', { title: done })}`, { status: 'done' });
      await give(tracker, '/tasks', { title: tracker.random.title() });
      const visit = await tracker.page();
      const items = [await seesItem(visit, open), await seesItem(visit, done)] as const;
      await settle(visit);

      const looks = [await looksOf(items[0], open), await looksOf(items[1], done)];

      if (looks[0] === looks[1])
        throw visit.fail(
          `"${done}", which is done, to look different from "${open}"`,
          'the same colours, lines and weights',
        );
    },
  },
  {
    id: 'page.task-done-said',
    since: '03',
    capability: 'page',
    title: 'a done task says so to a screen reader, beyond the name of its button',
    why: 'A line through a title is silent. Whoever listens to the page has to hear that the task is done.',
    hints: [
      'What does a screen reader say about a text with a line through it? Nothing at all.',
      'Look at the words in an item: which of them change when the task is done?',
      'Write the status into the item as text, such as <span>Done</span>; it may be small, but not hidden with display: none.',
    ],
    async run(tracker) {
      const [open, done] = [`open ${tracker.random.token()}`, `shut ${tracker.random.token()}`];
      await give(tracker, '/tasks', { title: open });
      await change(tracker, `/tasks/${await give(tracker, '/tasks', { title: done })}`, { status: 'done' });
      const visit = await tracker.page();

      const heard = await spoken(await seesItem(visit, open));
      const heardDone = await spoken(await seesItem(visit, done));

      if (heard.replaceAll(open, '') === heardDone.replaceAll(done, ''))
        throw visit.fail(
          'an item whose words say that its task is done',
          `a screen reader says the same for both:\n${heardDone}`,
        );
    },
  },
  {
    id: 'page.task-delete',
    since: '03',
    capability: 'page',
    title: 'Delete takes a task out of the list, and leaves the others',
    why: 'Deleting the wrong one is the mistake people forgive least.',
    hints: [
      'How does a button know which task it belongs to?',
      'Look at what the listener of Delete sends: the id of its own task?',
      'fetch("/tasks/" + task.id, { method: "DELETE" }), then draw the list again without it.',
    ],
    async run(tracker) {
      const titles = [tracker.random.title(), tracker.random.title(), tracker.random.title()] as const;
      for (const title of titles) {
        const id = await give(tracker, '/tasks', { title });
        if (title === titles[1]) await change(tracker, `/tasks/${id}`, { status: 'done' });
      }
      const visit = await tracker.page();

      await pressDelete(visit, titles[1]);

      await lacksItem(visit, titles[1], 'the task gone from the list');
      for (const title of [titles[0], titles[2]]) {
        await seesItem(visit, title);
        await visit.sees('button', `Done: ${title}`);
      }
      const gone = (text: string): boolean => !text.includes(titles[1]);
      await serverHas(tracker, '/tasks', gone, 'the task gone from the server, too');
    },
  },
];
