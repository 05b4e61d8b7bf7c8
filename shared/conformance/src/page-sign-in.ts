import type { Cookie } from 'playwright-core';
import { Failure } from './failure.ts';
import type { Person } from './people.ts';
import { Story } from './story.ts';
import { PATIENCE, Visit } from './visit.ts';
import type { Windows } from './windows.ts';

// The first page that a server shows takes longer than all others.
const FIRST = 10_000;

/**
 * Signs somebody in as a person does, through the form of the page.
 * @returns what the browser then keeps: with it another window is signed in, too
 * @throws Failure when the form is not there, or does not lead on
 */
export async function signInAtPage(windows: Windows, port: number, person: Person): Promise<Cookie[]> {
  const page = await windows.take({});
  const visit = new Visit(page, new Story());
  try {
    await visit.open(`http://127.0.0.1:${port}/sign-in`);
    await fillSignIn(visit, person, FIRST);
    return await page.context().cookies();
  } finally {
    visit.leave();
    await windows.giveBack(page);
  }
}

/** Fills the form for signing in and presses its button; waits until it has led to another page. */
export async function fillSignIn(
  visit: Visit,
  { email, password, name }: Pick<Person, 'email' | 'password'> & Partial<Person>,
  limit = PATIENCE,
): Promise<void> {
  await visit.type('Email', email);
  await typePassword(visit, password, name === 'admin' ? 'what is in ADMIN_PASSWORD' : undefined);
  await visit.press('Sign in');
  const left = (url: URL): boolean => !url.pathname.startsWith('/sign-in');
  await visit.page.waitForURL(left, { timeout: limit, waitUntil: 'commit' }).catch(async (error: unknown) => {
    if (error instanceof Failure) throw error;
    throw await visit.refute('to be led on, signed in');
  });
}

/** Types into the field labelled Password, which is no textbox; `words` tells of one that differs from run to run. */
export async function typePassword(visit: Visit, password: string, words = `"${password}"`): Promise<void> {
  visit.tell(`type ${words} into the field Password`);
  await visit.page
    .getByLabel('Password', { exact: true })
    .first()
    .fill(password, { timeout: PATIENCE })
    .catch(async () => {
      throw await visit.refute('a field labelled Password', 'textbox');
    });
}
