import type { Check } from '../src/check.ts';
import type { Visit } from '../src/visit.ts';
import { choose } from './page-boards.ts';
import { choice } from './page-delete-steps.ts';
import { expectFocus } from './page-keyboard.ts';
import { give, goTo, lacksItem, seesItem, serverHas } from './page-steps.ts';

/** The question before deleting, as a dialog. */
export const pageDialogChecks: readonly Check[] = [
  {
    id: 'page.delete-dialog',
    since: '06',
    capability: 'page',
    title:
      'Delete opens an alertdialog that names the task; the focus is on Cancel, and Escape and Cancel delete nothing',
    why: 'A question that Enter answers with yes by itself is none, and one that Escape does not close is a trap.',
    hints: [
      'Which element of HTML keeps the focus inside, closes on Escape and gives the focus back?',
      'Look at what you open: showModal() of a <dialog>, and what has the focus afterwards?',
      'Give the <dialog> role="alertdialog" and a heading as its label, call showModal() and focus Cancel; delete only in the handler of Delete.',
    ],
    async run(tracker) {
      const title = tracker.random.title();
      await give(tracker, '/tasks', { title });
      const visit = await tracker.page();
      const bin = await visit.sees('button', `Delete: ${title}`);

      await visit.press(`Delete: ${title}`);
      await expectQuestion(visit, title);
      await expectInside(visit);
      await visit.key('Escape');
      await expectUnasked(visit);
      await expectFocus(visit, bin, `the focus back on the button "Delete: ${title}"`);

      await visit.key('Enter');
      await expectQuestion(visit, title);
      visit.tell('press Cancel');
      await visit.pressOn(choice(visit, 'Cancel'));
      await expectUnasked(visit);
      await expectFocus(visit, bin, `the focus back on the button "Delete: ${title}"`);
      await seesItem(visit, title);
      await serverHas(tracker, '/tasks', (text) => text.includes(title), 'the task, still there');
    },
  },
  {
    id: 'page.delete-dialog-deletes',
    since: '06',
    capability: 'page',
    title: 'on the pipeline, too, Delete asks first; its Delete deletes that lead, and no other',
    why: 'One way of asking for everything that cannot be brought back: people learn it once.',
    hints: [
      'How does the dialog know what it is about?',
      'Look at the card on the pipeline: does its bin open the same dialog as in the list?',
      'Make one component that asks, give it the name and what Delete does, and use it in every row and card.',
    ],
    async run(tracker) {
      const [gone, kept] = [tracker.random.name(), tracker.random.name()];
      await give(tracker, '/leads', { name: gone });
      await give(tracker, '/leads', { name: kept });
      const visit = await tracker.page();
      await goTo(visit, 'Leads');
      await choose(visit, 'Pipeline');

      await visit.press(`Delete: ${gone}`);
      await expectQuestion(visit, gone);
      visit.tell('press Delete');
      await visit.pressOn(choice(visit, 'Delete'));

      await lacksItem(visit, gone, 'the lead gone');
      await seesItem(visit, kept);
      const isGone = (text: string): boolean => !text.includes(gone) && text.includes(kept);
      await serverHas(tracker, '/leads', isGone, 'that lead gone from the server, and no other');
    },
  },
];

async function expectQuestion(visit: Visit, name: string): Promise<void> {
  const dialog = visit.page.getByRole('alertdialog');
  await dialog.waitFor({ timeout: 3000 }).catch(async () => {
    throw await visit.refute('an alertdialog that asks');
  });
  await visit.until(
    `an alertdialog whose name says what would be deleted: ${name}`,
    async () => (await visit.page.getByRole('alertdialog', { name }).count()) > 0,
    async () => `the alertdialog says "${await dialog.textContent()}", and its name is another`,
  );
  await expectFocus(
    visit,
    dialog.getByRole('button', { name: 'Cancel', exact: true }),
    'the focus on Cancel',
  );
}

// The browser's own controls come after the last button; nothing of the page behind does.
async function expectInside(visit: Visit): Promise<void> {
  visit.tell('press Tab again and again');
  for (let count = 0; count < 4; count += 1) {
    await visit.page.keyboard.press('Tab');
    const outside = await visit.page.evaluate(() => {
      const { activeElement } = document;
      const isInside = activeElement === document.body || activeElement?.closest('[role="alertdialog"]');
      return isInside
        ? undefined
        : (activeElement?.getAttribute('aria-label') ?? activeElement?.textContent ?? '');
    });
    if (outside !== undefined)
      throw visit.fail('the focus kept inside the dialog', `the focus on "${outside}", behind it`);
  }
}

async function expectUnasked(visit: Visit): Promise<void> {
  await visit.until(
    'the dialog closed',
    async () => (await visit.page.getByRole('alertdialog').count()) === 0,
  );
}
