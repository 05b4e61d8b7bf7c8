import type { Check, Tracker } from '../src/check.ts';
import type { Visit } from '../src/visit.ts';
import { pressDelete } from './page-delete-steps.ts';
import { give, goTo, lacksItem, seesItem, serverHas } from './page-steps.ts';

/** Deleting on the page: it asks first, and what was deleted stays away. */
export const pageDeleteChecks: readonly Check[] = [
  {
    id: 'page.delete-asks',
    since: '03',
    capability: 'page',
    title: 'deleting asks first and names what it is about; Cancel keeps it',
    why: 'Nothing brings back what was deleted, and a button beside it is hit in passing. One question is the price of a slip.',
    hints: [
      'What can somebody do who pressed Delete and meant Done?',
      'Look at the listener of Delete: does anything stand between the press and the request?',
      `Begin it with: if (!confirm('Delete this task?\\n\\n' + task.title)) return; a lead is deleted in the same way.`,
    ],
    async run(tracker) {
      const [title, name] = [tracker.random.title(), tracker.random.name()];
      await give(tracker, '/tasks', { title });
      await give(tracker, '/leads', { name });
      const visit = await tracker.page();

      await expectQuestion(tracker, visit, '/tasks', title);

      await goTo(visit, 'Leads');
      await seesItem(visit, name);
      if ((await visit.find('button', `Delete: ${name}`).count()) > 0)
        await expectQuestion(tracker, visit, '/leads', name);
    },
  },
  {
    id: 'page.back',
    since: '03',
    capability: 'page',
    title: 'Back shows what is: nothing that was deleted, and a list that fits its filter',
    why: 'A browser keeps fields and pages for Back. What it kept is old: a filter that is shown and not applied, a task that is gone.',
    hints: [
      'What does a browser bring back by itself when somebody comes back to a page?',
      'Choose a status, follow a link to another page, press Back: do the choice and the list agree?',
      'Load the list on pageshow, which also comes when the page was kept whole; give the select autocomplete="off".',
    ],
    async run(tracker) {
      const [stays, goes] = [tracker.random.title(), tracker.random.title()];
      await give(tracker, '/tasks', { title: stays });
      const id = await give(tracker, '/tasks', { title: goes });
      const visit = await tracker.page();
      await seesItem(visit, goes);
      const filter = visit.find('combobox', 'Status');
      const select = await filter.evaluate((one) => one instanceof HTMLSelectElement);
      if (select) {
        visit.tell('choose Done in the combobox Status');
        await filter.selectOption({ label: 'Done' });
        await lacksItem(visit, stays, 'only tasks that are done');
      }

      const { origin } = new URL(visit.page.url());
      await visit.open(`${origin}/openapi.json`);
      await tracker.request('DELETE', `/tasks/${id}`);
      visit.tell('go back');
      await visit.page.goBack();

      await visit.sees('button', 'Add task');
      const chosen = select ? await filter.evaluate(chosenIn) : '';
      if (/done/i.test(chosen)) await lacksItem(visit, stays, 'only tasks that are done, as the filter says');
      else await seesItem(visit, stays);
      await lacksItem(visit, goes, 'no task that was deleted meanwhile');
    },
  },
];

async function expectQuestion(
  tracker: Tracker,
  visit: Visit,
  path: '/tasks' | '/leads',
  name: string,
): Promise<void> {
  const question = await pressDelete(visit, name, { answer: 'Cancel' });
  if (question === undefined) throw visit.fail('a question before anything is deleted', 'none');
  if (!question.text.includes(name))
    throw visit.fail(`a question that names "${name}"`, `it asks: ${question.text}`);
  await seesItem(visit, name);
  await serverHas(tracker, path, (text) => text.includes(name), `"${name}" kept: the answer was Cancel`);

  await pressDelete(visit, name);
  await lacksItem(visit, name, `"${name}" gone: the answer was yes`);
  await serverHas(tracker, path, (text) => !text.includes(name), `"${name}" gone from the server, too`);
}

function chosenIn(one: Element): string {
  return one instanceof HTMLSelectElement ? (one.selectedOptions[0]?.text ?? '') : '';
}
