import type { Locator } from 'playwright-core';
import type { Check } from '../src/check.ts';
import type { Visit } from '../src/visit.ts';
import { pressDelete } from './page-delete-steps.ts';
import { focusLooks } from './page-looks.ts';
import { expectView, give, lacksItem, navigationTo, seesItem, settle } from './page-steps.ts';

const MOST_TABS = 40;

/** The page without a mouse. */
export const pageKeyboardChecks: readonly Check[] = [
  {
    id: 'page.keyboard-tasks',
    since: '03',
    capability: 'page',
    title: 'with the keyboard alone a task is added, done, reopened, filtered and deleted',
    why: 'Some people cannot use a mouse, and many do not want to.',
    hints: [
      'Which elements does the Tab key reach on its own, and which of them does Enter or Space press?',
      'Look for a div or span with a click listener: the keyboard does not know it.',
      'Use <button>, <input>, <select> and <a href>: the browser gives them the keyboard for nothing.',
    ],
    async run({ page, random }) {
      const title = `${random.token()} by hand`;
      const visit = await page();
      await expectView(visit, 'Tasks');

      await tabTo(visit, visit.find('textbox', 'New task'), 'the textbox New task');
      visit.tell(`type "${title}"`);
      await visit.page.keyboard.insertText(title);
      await visit.key('Enter');
      await seesItem(visit, title);
      await tabTo(visit, visit.find('button', `Done: ${title}`), `the button "Done: ${title}"`);
      await visit.key('Enter');
      await visit.sees('button', `Reopen: ${title}`);
      await tabTo(visit, visit.find('combobox', 'Status'), 'the combobox Status');
      await pickByKeys(
        visit,
        async () => (await visit.find('button', `Reopen: ${title}`).count()) === 0,
        'todo',
      );
      await pickByKeys(
        visit,
        async () => (await visit.find('button', `Reopen: ${title}`).count()) > 0,
        'done',
      );
      await tabTo(visit, visit.find('button', `Delete: ${title}`), `the button "Delete: ${title}"`);
      await pressDelete(visit, title, { press: () => visit.key('Space') });
      await lacksItem(visit, title, 'the task gone');
    },
  },
  {
    id: 'page.keyboard-leads',
    since: '03',
    capability: 'page',
    title: 'with the keyboard alone a lead is reached, added and moved on',
    why: 'A keyboard that works on one view and not on the other is a door that opens half-way.',
    hints: [
      'Can you come to the second view without a mouse?',
      'Look at the navigation: are its entries links with an href, or tabs that listen to keys?',
      'Write <a href="#leads">Leads</a> and listen to hashchange; in the form and the list use real buttons.',
    ],
    async run({ page, random }) {
      const name = `${random.token()} Pop`;
      const visit = await page();
      await expectView(visit, 'Tasks');

      await tabToView(visit);
      await expectView(visit, 'Leads');
      await tabTo(visit, visit.find('textbox', 'Name'), 'the textbox Name');
      visit.tell(`type "${name}"`);
      await visit.page.keyboard.insertText(name);
      await visit.key('Enter');
      await seesItem(visit, name);
      await tabTo(visit, visit.find('button', `Contacted: ${name}`), `the button "Contacted: ${name}"`);
      await visit.key('Space');
      await visit.sees('button', `Qualified: ${name}`);
    },
  },
  {
    id: 'page.focus-seen',
    since: '03',
    capability: 'page',
    title: 'whatever has the focus shows it',
    why: "The focus is the keyboard's pointer: without seeing it one works in the dark.",
    hints: [
      'How do you know where the next key will go?',
      'Look in your CSS for outline: none, or all: unset.',
      "Leave the browser's outline alone, or replace it: :focus-visible { outline: 2px solid …; outline-offset: 2px; }.",
    ],
    async run(tracker) {
      await give(tracker, '/tasks', { title: `focus ${tracker.random.token()}` });
      const visit = await tracker.page();
      await visit.sees('button', 'Add task');
      await seesItem(visit, 'focus');
      const seen: { name: string; element: Awaited<ReturnType<typeof activeElement>>; looks: string }[] = [];

      visit.tell('press Tab again and again');
      for (let count = 0; count < 9; count += 1) {
        await visit.page.keyboard.press('Tab');
        await settle(visit);
        const element = await activeElement(visit);
        const name = await element.evaluate((one) =>
          one === document.body || one === null
            ? ''
            : `${one.tagName.toLowerCase()} "${one.getAttribute('aria-label') ?? one.textContent?.trim().slice(0, 40)}"`,
        );
        if (name === '' || (await alreadySeen(seen, element))) break;
        seen.push({ name, element, looks: await element.evaluate(focusLooks) });
      }
      await visit.page.evaluate(
        () => document.activeElement instanceof HTMLElement && document.activeElement.blur(),
      );
      await settle(visit);

      if (seen.length < 4)
        throw await visit.refute('the navigation, the form and the buttons, each reached by Tab');
      for (const { name, element, looks } of seen) {
        if ((await element.evaluate(focusLooks)) === looks)
          throw visit.fail(
            `a visible difference when ${name} has the focus`,
            'the same outline, border, shadow and colours',
          );
      }
    },
  },
  {
    id: 'page.focus-add',
    since: '03',
    capability: 'page',
    title: 'after adding, the focus is in New task, ready for the next',
    why: 'People write down five things in a row. Each reach for the mouse costs more than the thought.',
    hints: [
      'Where do you want to type next after adding a task?',
      'Look at what your page does after adding: is the form drawn anew, or the button focused?',
      'Call input.focus() after the task was added.',
    ],
    async run({ page, random }) {
      const title = random.title();
      const visit = await page();
      await visit.type('New task', title);
      await visit.press('Add task');
      await seesItem(visit, title);

      await expectFocus(visit, visit.find('textbox', 'New task'), 'the focus in the textbox New task');
    },
  },
  {
    id: 'page.focus-done',
    since: '03',
    capability: 'page',
    title: "after Done, the focus is on the same task's Reopen",
    why: 'A list that is drawn anew takes the focus away with the old button, and the next Tab begins at the top of the page.',
    hints: [
      'What becomes of the focus when the button that had it is removed from the page?',
      'Look at how you draw the list: which elements stay, and which are new?',
      "Change the button's name and keep the button; or remember which task's toggle had the focus and focus the new one.",
    ],
    async run(tracker) {
      const titles = [tracker.random.title(), tracker.random.title()] as const;
      for (const title of titles) await give(tracker, '/tasks', { title });
      const visit = await tracker.page();
      const done = await visit.sees('button', `Done: ${titles[1]}`);

      visit.tell(`bring the focus to the button "Done: ${titles[1]}"`);
      await done.focus();
      await visit.key('Enter');
      const reopen = await visit.sees('button', `Reopen: ${titles[1]}`);

      await expectFocus(visit, reopen, `the focus on the button "Reopen: ${titles[1]}"`);
    },
  },
  {
    id: 'page.focus-delete',
    since: '03',
    capability: 'page',
    title: 'after Delete, the focus is still in the list or near it, not lost',
    why: 'The button goes with its task. Somebody who deletes three tasks in a row must not start from the top three times.',
    hints: [
      'Where would you look for the focus after a task is gone?',
      'Look at what happens to document.activeElement after the list was drawn again: is it the body?',
      'Focus the task that took the place of the deleted one, or the one before, or the textbox when the list is empty.',
    ],
    async run(tracker) {
      const titles = [tracker.random.title(), tracker.random.title()] as const;
      for (const title of titles) await give(tracker, '/tasks', { title });
      const visit = await tracker.page();

      for (const title of titles) {
        const button = await visit.sees('button', `Delete: ${title}`);
        visit.tell(`bring the focus to the button "Delete: ${title}"`);
        await button.focus();
        await pressDelete(visit, title, { press: () => visit.key('Enter') });
        await lacksItem(visit, title, 'the task gone');
        await visit.until(
          'the focus on something in the page',
          () =>
            visit.page.evaluate(
              () =>
                (document.activeElement?.closest('main, [role="main"], section, form, ul, ol, li') ??
                  null) !== null,
            ),
          () =>
            visit.page.evaluate(
              () => `the focus on ${document.activeElement?.tagName.toLowerCase() ?? 'nothing'}`,
            ),
        );
      }
    },
  },
];

type Handle = Awaited<ReturnType<typeof activeElement>>;

function activeElement({ page }: Visit) {
  return page.evaluateHandle(() => document.activeElement ?? document.body);
}

async function alreadySeen(seen: readonly { element: Handle }[], element: Handle): Promise<boolean> {
  const same = await Promise.all(seen.map((one) => one.element.evaluate((a, b) => a === b, element)));
  return same.includes(true);
}

/** Presses Tab until this has the focus. */
export async function tabTo(visit: Visit, target: Locator, what: string): Promise<void> {
  visit.tell(`press Tab until the focus is on ${what}`);
  await target.waitFor({ timeout: 3000 }).catch(async () => {
    throw await visit.refute(what);
  });
  for (let count = 0; count <= MOST_TABS; count += 1) {
    if (await hasFocus(target)) return;
    await visit.page.keyboard.press('Tab');
  }
  throw visit.fail(`Tab to reach ${what}`, `it was not reached by pressing Tab ${MOST_TABS} times`);
}

// Links take Enter; of tabs only the chosen one is reached by Tab, and the arrows lead on.
async function tabToView(visit: Visit): Promise<void> {
  const leads = navigationTo(visit, 'Leads');
  if ((await leads.getAttribute('role')) === 'tab') {
    await tabTo(visit, navigationTo(visit, 'Tasks'), 'the tab Tasks');
    for (const key of ['ArrowRight', 'Enter']) await visit.key(key);
    return;
  }
  await tabTo(visit, leads, 'the link Leads');
  await visit.key('Enter');
}

// A select changes with the arrows; a listbox opens with Enter first.
async function pickByKeys(visit: Visit, shown: () => Promise<boolean>, status: string): Promise<void> {
  visit.tell(`choose ${status} with the arrow keys`);
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowUp', 'ArrowUp']) {
    const before = await visit
      .find('combobox', 'Status')
      .evaluate((one) => `${'value' in one ? one.value : one.textContent}`);
    const isIt = before
      .toLowerCase()
      .replace(/[^a-z]/g, '')
      .includes(status);
    if (isIt) return visit.until(`the list of the tasks that are ${status}`, shown);
    await visit.page.keyboard.press(key);
  }
  throw visit.fail(`the arrow keys to choose ${status} in the combobox Status`, 'it did not change');
}

function hasFocus(target: Locator): Promise<boolean> {
  return target.evaluate((one) => one === document.activeElement);
}

/** Waits until this has the focus. */
export async function expectFocus(visit: Visit, target: Locator, expected: string): Promise<void> {
  await visit.until(
    expected,
    () => hasFocus(target),
    () =>
      visit.page.evaluate(() => {
        const active = document.activeElement;
        const name = active?.getAttribute('aria-label') ?? active?.textContent?.trim().slice(0, 40) ?? '';
        return active === null || active === document.body
          ? 'the focus is lost (on the body)'
          : `the focus on ${active.tagName.toLowerCase()} "${name}"`;
      }),
  );
}
