import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { ADMIN } from './admin.ts';
import { createPerson, expect, test } from './tracker.ts';

// Somebody registers and has one task; then the admin signs in with the same browser.
async function openAdmin(page: Page) {
  const ben = createPerson('Ben');
  await page.request.post(`${process.env.API}/auth/register`, { data: ben });
  await page.request.post(`${process.env.API}/tasks`, { data: { title: 'Call Ana', notes: 'by noon' } });
  await page.context().clearCookies();
  await page.goto('/sign-in?next=/admin');
  await page.getByRole('textbox', { name: 'Email' }).fill(ADMIN.email);
  await page.getByLabel('Password', { exact: true }).fill(ADMIN.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Users' })).toBeVisible();
  return ben;
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(`with scripts ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ signedIn: false, javaScriptEnabled });

    test('an admin changes and deletes what is somebody else’s, and it stands under Actions', async ({
      page,
    }) => {
      const { email } = await openAdmin(page);
      await page.getByRole('listitem').filter({ hasText: email }).getByRole('link').first().click();
      await page.getByRole('link', { name: 'Call Ana' }).click();
      await page.getByRole('textbox', { name: 'Title' }).fill('Call Ana back');
      await page.getByRole('button', { name: 'Save changes' }).click();
      await expect(page.getByText('Saved.')).toBeVisible();
      await expect(page.getByRole('textbox', { name: 'Notes' })).toHaveValue('by noon');

      await page.getByRole('button', { name: 'Delete: Call Ana back' }).click();
      await page.getByRole('button', { name: 'Delete', exact: true }).click();
      await expect(page).toHaveURL(/\/admin\/users\/\d+\/tasks$/);
      await expect(page.getByText('There are no tasks here.')).toBeVisible();

      await page.goto('/admin/actions');
      await expect(page.getByRole('listitem').first()).toContainText(
        /Deleted task \d+.*by admin@example\.com/s,
      );
      await expect(page.getByRole('listitem').first()).toContainText(email);
    });

    test('an admin disables somebody, and makes them an admin', async ({ page }) => {
      const { email } = await openAdmin(page);
      const row = page.getByRole('listitem').filter({ hasText: email });
      await page.getByRole('button', { name: `Disable: ${email}` }).click();
      await expect(row).toContainText('Disabled');
      await page.getByRole('button', { name: `Make an admin: ${email}` }).click();
      await expect(row).toContainText('Admin');
    });
  });
}

test('whoever is no admin finds nothing there', async ({ page }) => {
  for (const path of ['/admin', '/admin/actions', '/admin/users/1/tasks', '/admin/users/1/leads/1']) {
    expect((await page.goto(path))?.status(), path).toBe(404);
    await expect(page.getByRole('heading', { name: 'There is nothing here' })).toBeVisible();
  }
});

test.describe('of two admins', () => {
  test.use({ signedIn: false });

  test('one who was demoted meanwhile is told so in a sentence', async ({ page, browser }) => {
    const { email, password } = await openAdmin(page);
    await page.getByRole('button', { name: `Make an admin: ${email}` }).click();
    await expect(page.getByRole('button', { name: `Make a user: ${email}` })).toBeVisible();
    const other = await (await browser.newContext({ baseURL: process.env.PAGES ?? '' })).newPage();
    await other.goto('/sign-in?next=/admin');
    await other.getByRole('textbox', { name: 'Email' }).fill(email);
    await other.getByLabel('Password', { exact: true }).fill(password);
    await other.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(other.getByRole('button', { name: `Disable: ${ADMIN.email}` })).toBeVisible();

    await page.getByRole('button', { name: `Make a user: ${email}` }).click();
    await expect(page.getByRole('button', { name: `Make an admin: ${email}` })).toBeVisible();
    await other.getByRole('button', { name: `Disable: ${ADMIN.email}` }).click();

    await expect(other.getByRole('alert')).toContainText('You are no admin any more.');
    await other.context().close();
  });

  test('axe finds nothing on the pages of an admin, and nothing sticks out at 320 pixels', async ({
    page,
  }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const { email } = await openAdmin(page);
    const link = page.getByRole('listitem').filter({ hasText: email }).getByRole('link').first();
    const tasks = (await link.getAttribute('href')) ?? '';

    for (const path of ['/admin', '/admin/actions', tasks, tasks.replace('tasks', 'leads')]) {
      await page.goto(path);
      expect(await page.evaluate('document.documentElement.scrollWidth'), path).toBe(320);
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
      expect(violations.map(({ id }) => `${path}: ${id}`)).toEqual([]);
    }
  });
});
