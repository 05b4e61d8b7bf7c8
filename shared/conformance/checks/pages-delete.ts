import type { Check } from '../src/check.ts';
import type { Visit } from '../src/visit.ts';
import { pressDelete } from './page-delete-steps.ts';
import { give, lacksItem, seesItem, serverHas } from './page-steps.ts';

const KINDS = [
  { path: '/tasks', field: 'title' },
  { path: '/leads', field: 'name' },
] as const;

/** Deleting where things have pages of their own. */
export const pagesDeleteChecks: readonly Check[] = [
  {
    id: 'pages.delete-back',
    since: '07',
    capability: 'pages',
    title: 'after deleting on its own page, Back and Forward never show what was deleted',
    why: 'A page that the browser kept still has a form. Whoever saves it is told that there is nothing, after typing it all.',
    hints: [
      'Delete something on its own page, then press Back. Where are you, and what does the page know?',
      'Look at what your action does after deleting: does it say that every page it drew is old, and which entry of the history the list takes?',
      "revalidatePath('/', 'layout'), then redirect('/tasks', RedirectType.replace); for what was deleted elsewhere, router.refresh() on popstate.",
    ],
    async run(tracker) {
      for (const { path, field } of KINDS) {
        const name = `gone ${tracker.random.token()}`;
        const id = await give(tracker, path, { [field]: name });
        const visit = await tracker.page({ path });
        await openByLink(visit, name, `${path}/${id}`);
        await pressDelete(visit, name);
        await serverHas(tracker, path, (text) => !text.includes(name), `"${name}" gone from the server`);
        await lacksText(visit, name, `${path} without "${name}"`);
        for (const way of ['goBack', 'goForward'] as const) {
          visit.tell(way === 'goBack' ? 'go back' : 'go forward');
          await visit.page[way]();
          await lacksText(visit, name, `a page without "${name}", which was deleted`);
        }
      }
    },
  },
  {
    id: 'pages.delete-asks',
    since: '07',
    capability: 'pages',
    title: 'with scripts off a page asks before anything is deleted, and Cancel keeps it',
    why: 'A dialog needs a script. The slip of a finger does not.',
    hints: [
      'What happens with scripts off between the press on Delete and the end of the task?',
      'Look at the action behind the button: does it delete, or does it lead to a question?',
      "Let the button's action redirect to /tasks/[id]/delete: a page with the title, a form with the button Delete, and a link Cancel.",
    ],
    async run(tracker) {
      for (const { path, field } of KINDS) {
        const name = `asked ${tracker.random.token()}`;
        const id = await give(tracker, path, { [field]: name });
        for (const from of [path, `${path}/${id}`]) {
          const visit = await tracker.page({ path: from, javaScriptEnabled: false });
          const question = await pressDelete(visit, name, { answer: 'Cancel' });
          if (question === undefined) throw visit.fail('a page that asks before anything is deleted', 'none');
          if (!question.text.includes(name))
            throw visit.fail(`a question that names "${name}"`, `it says: ${question.text}`);
          await serverHas(
            tracker,
            path,
            (text) => text.includes(name),
            `"${name}" kept: the answer was Cancel`,
          );
        }
        const visit = await tracker.page({ path, javaScriptEnabled: false });
        await pressDelete(visit, name);
        await lacksItem(visit, name, `"${name}" gone: the answer was Delete`);
        await serverHas(tracker, path, (text) => !text.includes(name), `"${name}" gone from the server, too`);
      }
    },
  },
];

async function openByLink(visit: Visit, name: string, address: string): Promise<void> {
  const item = await seesItem(visit, name);
  visit.tell(`follow the link "${name}"`);
  await item.getByRole('link', { name }).first().click();
  await visit.until(`the address ${address}`, async () => new URL(visit.page.url()).pathname === address);
  await visit.sees('button', `Delete: ${name}`);
}

async function lacksText(visit: Visit, text: string, expected: string): Promise<void> {
  await visit.until(expected, async () => (await visit.page.getByText(text).count()) === 0);
}
