import type { Check } from '../src/check.ts';
import type { Visit } from '../src/visit.ts';
import { pressDelete } from './page-delete-steps.ts';
import { give, lacksItem, seesItem, serverHas } from './page-steps.ts';
import { chooseLead, field, fillField, save } from './pages-fields.ts';

/** Forms that need no script, and pages that edit. */
export const pagesFormChecks: readonly Check[] = [
  {
    id: 'pages.no-script-tasks',
    since: '07',
    capability: 'pages',
    title: 'with scripts off a task is added, done, reopened and deleted',
    why: 'Scripts fail to arrive more often than one thinks. A form is older than scripts and works without them.',
    hints: [
      'What could a browser do with your buttons if it ran no script at all?',
      'Look at each button: is it inside a form with an action, or does it only have an onClick?',
      'Write <form action={serverAction}> around each button, with the id in a hidden field or bound to the action.',
    ],
    async run(tracker) {
      const title = `task ${tracker.random.token()}`;
      const visit = await tracker.page({ path: '/tasks', javaScriptEnabled: false });

      await visit.type('New task', title);
      await visit.press('Add task');
      await seesItem(visit, title);
      await visit.press(`Done: ${title}`);
      await visit.press(`Reopen: ${title}`);
      await visit.sees('button', `Done: ${title}`);
      await pressDelete(visit, title);
      await lacksItem(visit, title, 'the task gone');
      await serverHas(
        tracker,
        '/tasks',
        (text) => !text.includes(title),
        'the task gone from the server, too',
      );
    },
  },
  {
    id: 'pages.no-script-leads',
    since: '07',
    capability: 'pages',
    title: 'with scripts off a lead is added and moved on',
    why: 'The second view deserves what the first one has.',
    hints: [
      'Do the steps of a lead work in the same way as Done does?',
      'Look at the buttons of the steps: which form do they belong to?',
      'One form per step, with a server action that gets the id and the stage.',
    ],
    async run(tracker) {
      const name = `Ana ${tracker.random.token()}`;
      const visit = await tracker.page({ path: '/leads', javaScriptEnabled: false });

      await visit.type('Name', name);
      await visit.press('Add lead');
      await visit.press(`Contacted: ${name}`);
      await visit.sees('button', `Qualified: ${name}`);
    },
  },
  {
    id: 'pages.no-script-refused',
    since: '07',
    capability: 'pages',
    title: 'with scripts off a refusal is told, too, and nothing typed is lost',
    why: 'Without scripts the page is loaded anew after each press: what was typed has to travel with it.',
    hints: [
      'After the form was sent and the page loaded anew, where could the typed text come from?',
      'Look at what your action returns when the API refuses, and at what the textbox shows at first.',
      'useActionState: return { message, values } from the action, and give the textbox defaultValue={state.values.title}.',
    ],
    async run(tracker) {
      const title = tracker.random.letters(201);
      const visit = await tracker.page({ path: '/tasks', javaScriptEnabled: false });

      await visit.type('New task', title, 'a title of 201 letters');
      await visit.press('Add task');

      await visit.until(
        'an element of role alert that tells of the refusal',
        async () => (await alertsOf(visit)).length > 0,
      );
      const kept = await visit.find('textbox', 'New task').inputValue();
      if (kept !== title)
        throw visit.fail(
          'the textbox New task with what was typed',
          kept === '' ? 'it is empty' : `it holds ${kept.length} characters`,
        );
    },
  },
  {
    id: 'pages.edit-task',
    since: '07',
    capability: 'pages',
    title: 'the page of a task changes its title, notes, status and lead',
    why: 'A task that cannot be corrected is written a second time, and the first stays around.',
    hints: [
      'Which of the fields of a task can your page change so far?',
      'Look at /tasks/[id]: a form with a field for each, filled with what the task has?',
      'A form with the textboxes Title and Notes and the comboboxes Status and Lead; its action sends one PATCH.',
    ],
    async run(tracker) {
      const [title, notes] = [`task ${tracker.random.token()}`, `note ${tracker.random.token()}`];
      const name = `Ana ${tracker.random.token()}`;
      const lead = await give(tracker, '/leads', { name });
      const id = await give(tracker, '/tasks', { title: 'as it was' });
      const visit = await tracker.page({ path: `/tasks/${id}` });

      await fillField(visit, 'textbox', /title/i, title);
      await fillField(visit, 'textbox', /notes/i, notes);
      await fillField(visit, 'combobox', /status/i, 'doing');
      await chooseLead(visit, lead, name);
      await save(visit);

      const holds = (text: string): boolean => {
        const task: unknown = JSON.parse(text);
        return (
          JSON.stringify(task, ['title', 'notes', 'status', 'leadId']) ===
          JSON.stringify({ title, notes, status: 'doing', leadId: lead })
        );
      };
      await serverHas(
        tracker,
        `/tasks/${id}`,
        holds,
        'the new title, notes, status and lead, kept by the server',
      );
    },
  },
  {
    id: 'pages.edit-lead',
    since: '07',
    capability: 'pages',
    title: 'the page of a lead changes its name and notes',
    why: 'Names are misheard, and what was said on the phone belongs into the notes.',
    hints: [
      'Where do you write down what a lead told you?',
      'Look at /leads/[id]: does it have a form like that of a task?',
      'A form with the textboxes Name, Email, Company and Notes, filled with what the lead has; its action sends one PATCH.',
    ],
    async run(tracker) {
      const [name, notes] = [`Ana ${tracker.random.token()}`, `note ${tracker.random.token()}`];
      const id = await give(tracker, '/leads', { name: 'as it was', email: 'ana@example.com' });
      const visit = await tracker.page({ path: `/leads/${id}` });

      await fillField(visit, 'textbox', /name/i, name);
      await fillField(visit, 'textbox', /notes/i, notes);
      await save(visit);

      const holds = (text: string): boolean =>
        [name, notes, 'ana@example.com'].every((one) => text.includes(one));
      await serverHas(tracker, `/leads/${id}`, holds, 'the new name and notes, and the address as it was');
    },
  },
  {
    id: 'pages.edit-refused',
    since: '07',
    capability: 'pages',
    title: 'an edit that is refused is told of, and keeps everything that was typed',
    why: 'The longer the text, the worse its loss: notes are where people write paragraphs.',
    hints: [
      'What does your form show after a refusal: what was typed, or what the server has?',
      'Look at what the action returns, and whether React resets the form after it.',
      'Return the typed values from the action together with the message, and use them as the default values.',
    ],
    async run(tracker) {
      const [title, notes] = [tracker.random.letters(201), `note ${tracker.random.token()}`];
      const id = await give(tracker, '/tasks', { title: 'as it was' });
      const visit = await tracker.page({ path: `/tasks/${id}` });

      await fillField(visit, 'textbox', /title/i, title);
      await fillField(visit, 'textbox', /notes/i, notes);
      await save(visit);

      await visit.until(
        'an element of role alert that tells of the refusal',
        async () => (await alertsOf(visit)).length > 0,
      );
      for (const [label, typed] of [
        [/title/i, title],
        [/notes/i, notes],
      ] as const) {
        const value = (): Promise<string> => field(visit, 'textbox', label).inputValue();
        await visit.until(
          `the textbox ${label.source} with what was typed`,
          async () => (await value()) === typed,
          async () => `it holds "${(await value()).slice(0, 60)}"`,
        );
      }
      await serverHas(
        tracker,
        `/tasks/${id}`,
        (text) => text.includes('as it was'),
        'the task unchanged on the server',
      );
    },
  },
];

function alertsOf({ page }: Visit): Promise<string[]> {
  return page.getByRole('alert').evaluateAll((all) =>
    all.flatMap((one) => {
      const { width, height } = one.getBoundingClientRect();
      return width >= 8 && height >= 8 && one.textContent?.trim() ? [one.textContent] : [];
    }),
  );
}
