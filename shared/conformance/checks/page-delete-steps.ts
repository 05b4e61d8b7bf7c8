import type { Dialog, Locator } from 'playwright-core';
import { pause } from '../src/child.ts';
import type { Point } from '../src/pace.ts';
import { PATIENCE, type Visit } from '../src/visit.ts';

/** The question that a page asks before it deletes, and where it stood. */
export interface Question {
  readonly how: 'confirm' | 'alertdialog' | 'page';
  readonly text: string;
  /** Where it was answered. */
  readonly place?: Point;
}

interface Manner {
  /** What the question is answered with; `Delete` when left out. */
  readonly answer?: 'Delete' | 'Cancel';
  /** How the button is pressed; with the mouse when left out. */
  readonly press?: () => Promise<void>;
}

/**
 * Deletes a task or a lead by its button, and answers the question that comes first: `confirm()`, an `alertdialog` with
 * the buttons Delete and Cancel, or a page with them.
 * @returns the question; undefined when the thing went without one, or nothing happened
 */
export async function pressDelete(
  visit: Visit,
  name: string,
  { answer = 'Delete', press = () => visit.press(`Delete: ${name}`) }: Manner = {},
): Promise<Question | undefined> {
  const { page } = visit;
  let confirmed: Question | undefined;
  const onDialog = async (dialog: Dialog): Promise<void> => {
    confirmed = { how: 'confirm', text: dialog.message() };
    visit.tell(`answer the question with ${answer === 'Delete' ? 'OK' : 'Cancel'}`);
    await (answer === 'Delete' ? dialog.accept() : dialog.dismiss());
  };
  const onPage = (await choice(visit, 'Delete').count()) === 0;
  page.on('dialog', onDialog);
  try {
    await press();
    const deadline = Date.now() + PATIENCE;
    while (Date.now() < deadline) {
      if (confirmed !== undefined) return confirmed;
      const question = (await readDialog(visit)) ?? (onPage ? await readPage(visit) : undefined);
      if (question !== undefined) {
        visit.tell(`answer the question with ${answer}`);
        return { ...question, place: await visit.pressOn(choice(visit, answer)) };
      }
      if (await isGone(visit, name)) return undefined;
      await pause(10);
    }
    return undefined;
  } finally {
    page.off('dialog', onDialog);
  }
}

/** The button (or on a page, the link) that answers the question. */
export function choice({ page }: Visit, name: 'Delete' | 'Cancel'): Locator {
  const link = page.getByRole('link', { name, exact: true });
  return page.getByRole('button', { name, exact: true }).or(link).first();
}

async function readDialog({ page }: Visit): Promise<Question | undefined> {
  const dialog = page.getByRole('alertdialog').first();
  if (!(await dialog.isVisible())) return undefined;
  return { how: 'alertdialog', text: (await dialog.textContent()) ?? '' };
}

async function readPage(visit: Visit): Promise<Question | undefined> {
  if (!(await choice(visit, 'Delete').isVisible())) return undefined;
  return { how: 'page', text: (await visit.page.locator('main').textContent()) ?? '' };
}

// The next page, which may be the one that asks, has not begun before it is complete.
async function isGone(visit: Visit, name: string): Promise<boolean> {
  const complete = await visit.page.evaluate(() => document.readyState === 'complete').catch(() => false);
  return complete && (await visit.find('button', `Delete: ${name}`).count()) === 0;
}
