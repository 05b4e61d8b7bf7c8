import type { Browser } from '@strata/conformance/browser';

type Context = Awaited<ReturnType<Browser['openContext']>>;
type Page = Awaited<ReturnType<Context['newPage']>>;

/** Who looks at a page that a picture is taken of, where people sign in. */
export type Viewer = 'demonstration' | 'admin';

/** The admin of the pictures, whose tracker lives as long as they are taken. */
export const ADMIN = { ADMIN_EMAIL: 'admin@example.com', ADMIN_PASSWORD: 'only-for-the-pictures' };

const PEOPLE = ['Ana Pop', 'Bálint Kovács', 'Chidi Okafor', 'Dóra Szűcs'];

/**
 * Registers a few people, so that an admin has somebody to look after.
 * @param page a page of the tracker where nobody is signed in; afterwards nobody is, again
 */
export async function registerPeople(page: Page, address: string): Promise<void> {
  for (const [at, name] of PEOPLE.entries()) {
    await page.goto(`${address}/register`);
    await page.getByRole('textbox', { name: 'Name' }).fill(name);
    await page.getByRole('textbox', { name: 'Email' }).fill(`person-${at + 1}@example.com`);
    await page.getByLabel('Password', { exact: true }).fill('only-for-the-pictures');
    await page.getByRole('button', { name: 'Create account' }).click();
    await page.getByRole('heading', { level: 1, name: 'Tasks' }).waitFor();
    await page.context().clearCookies();
  }
}

/**
 * Signs somebody in at the page, as a person does.
 * @param page a page of the tracker where nobody is signed in
 */
export async function signIn(page: Page, address: string, viewer: Viewer): Promise<void> {
  await page.goto(`${address}/sign-in`);
  if (viewer === 'admin') {
    await page.getByRole('textbox', { name: 'Email' }).fill(ADMIN.ADMIN_EMAIL);
    await page.getByLabel('Password', { exact: true }).fill(ADMIN.ADMIN_PASSWORD);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  } else {
    await page.getByRole('button', { name: 'Try the demonstration' }).click();
  }
  await page.getByRole('heading', { level: 1, name: 'Tasks' }).waitFor();
}
