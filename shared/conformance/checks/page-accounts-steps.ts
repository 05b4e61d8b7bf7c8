import type { Tracker } from '../src/check.ts';
import { typePassword } from '../src/page-sign-in.ts';
import { PASSWORD } from '../src/people.ts';
import { PATIENCE, type Visit } from '../src/visit.ts';

/** Waits for the heading of level 1 with exactly this name. */
export async function seesHeading(visit: Visit, name: string): Promise<void> {
  const heading = visit.page.getByRole('heading', { level: 1, name, exact: true });
  await heading
    .first()
    .waitFor({ timeout: PATIENCE })
    .catch(async () => {
      throw await visit.refute(`the heading "${name}" of level 1`, 'heading');
    });
}

/** Follows a link, and waits until the address has changed. */
export async function follow(visit: Visit, name: string): Promise<void> {
  const before = visit.page.url();
  visit.tell(`press the link "${name}"`);
  const link = await visit.sees('link', name);
  await link.scrollIntoViewIfNeeded({ timeout: PATIENCE });
  await visit.pressOn(link);
  await visit.until(
    'another page',
    async () => visit.page.url() !== before,
    () => `still ${addressOf(visit)}`,
  );
}

/** The path and query of the page that is shown. */
export function addressOf({ page }: Visit): string {
  const { pathname, search } = new URL(page.url());
  return pathname + search;
}

/** Waits until the address is one of those that fit. */
export async function seesAddress(visit: Visit, fits: RegExp, expected: string): Promise<void> {
  await visit.until(
    expected,
    async () => fits.test(addressOf(visit)),
    () => addressOf(visit),
  );
}

/** Fills the form for registering and presses its button. */
export async function registerAtPage(
  visit: Visit,
  { name, email, password = PASSWORD }: { name: string; email: string; password?: string },
): Promise<void> {
  await visit.type('Name', name);
  await visit.type('Email', email);
  await typePassword(visit, password);
  await visit.press('Create account');
}

/** Opens the menu of the account, where it has to be opened, and waits for what it holds. */
export async function openMenu(visit: Visit, name: string): Promise<void> {
  // A summary is a button to some browsers and to others not.
  const menu = visit.page
    .getByText(`Account: ${name}`, { exact: true })
    .or(visit.find('button', `Account: ${name}`));
  visit.tell(`press "Account: ${name}"`);
  await menu
    .first()
    .click({ timeout: PATIENCE })
    .catch(async () => {
      throw await visit.refute(`a button "Account: ${name}"`, 'button');
    });
  await visit.sees('button', 'Sign out');
}

/** Makes tasks with titles that are sorted otherwise than they were created; gives the titles. */
export async function giveTasks({ request, random }: Tracker, count: number): Promise<string[]> {
  const numbers = random.shuffle(Array.from({ length: count }, (_, index) => index));
  const titles = numbers.map(
    (number) => `${String.fromCharCode(97 + Math.floor(number / 26), 97 + (number % 26))} task`,
  );
  for (const title of titles) {
    const answer = await request('POST', '/tasks', { json: { title } });
    if (answer.status !== 201) throw answer.fail('201');
  }
  return titles;
}
