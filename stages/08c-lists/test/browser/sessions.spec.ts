import type { Page } from '@playwright/test';
import { createPerson, expect, test } from './tracker.ts';

// As a quarter of an hour later.
function forgetAccess(page: Page) {
  return page.context().clearCookies({ name: 'access' });
}

// In another tab of the same browser.
async function signInAsBen(page: Page) {
  await page.request.post(`${process.env.API}/auth/register`, { data: createPerson('Ben Roth') });
}

test('a session goes on with a new token, wherever a person is, and nothing typed is lost', async ({
  page,
  tracker,
}) => {
  await tracker.give('/leads', { name: 'Zoe' });
  const id = await tracker.give('/tasks', { title: 'Call her' });
  await page.goto('/tasks');
  await page.getByRole('textbox', { name: 'New task' }).fill('Typed before');
  await forgetAccess(page);
  await page.getByRole('button', { name: 'Add task' }).click();
  await expect(page.getByRole('button', { name: 'Delete: Typed before' })).toBeVisible();

  await page.getByRole('textbox', { name: 'New task' }).fill('Still being typed');
  await forgetAccess(page);
  await page.getByRole('combobox', { name: 'Status' }).selectOption('Done');
  await expect(page.getByText('No task has this status.')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'New task' })).toHaveValue('Still being typed');

  await page.goto(`/tasks/${id}`);
  await forgetAccess(page);
  await page.getByRole('combobox', { name: 'Lead' }).fill('zo');
  await expect(page.locator('datalist option')).toHaveCount(1);

  await forgetAccess(page);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Call her' })).toBeVisible();
});

test('what Ana typed is not saved for Ben, who signed in in another tab, and is not lost', async ({
  page,
  tracker,
}) => {
  const id = await tracker.give('/tasks', { title: 'Call Zoe' });
  await page.goto(`/tasks/${id}`);
  await page.getByRole('textbox', { name: 'Notes' }).fill('For my eyes only');
  await signInAsBen(page);

  await page.getByRole('button', { name: 'Save changes' }).click();

  await expect(page.getByRole('alert')).toContainText('somebody else has signed in');
  await expect(page.getByRole('textbox', { name: 'Notes' })).toHaveValue('For my eyes only');
});

test('what Ana typed stays hers when the page around it is drawn anew for Ben', async ({ page, tracker }) => {
  await page.goto('/tasks');
  await page.getByRole('textbox', { name: 'New task' }).fill('Hers');
  await signInAsBen(page);
  await page.getByRole('combobox', { name: 'Status' }).selectOption('Done');
  await expect(page).toHaveURL('/tasks?status=done');
  await page.goBack();
  await expect(page.getByRole('button', { name: 'Account: Ben Roth' })).toBeVisible();

  await page.getByRole('button', { name: 'Add task' }).click();

  await expect(page.getByRole('alert')).toContainText('somebody else has signed in');
  await expect(page.getByRole('textbox', { name: 'New task' })).toHaveValue('Hers');
  expect(await tracker.read('/tasks')).toEqual([]);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('when the session has ended what was typed stays, and can be sent again', async ({
    page,
    tracker,
  }) => {
    const id = await tracker.give('/tasks', { title: 'Call Zoe' });
    await page.goto(`/tasks/${id}`);
    await page.getByRole('textbox', { name: 'Notes' }).fill('Typed for an hour');
    await forgetAccess(page);
    await page.getByRole('button', { name: 'Save changes' }).click();
    await expect(page.getByRole('alert')).toContainText('Your session has ended.');
    await expect(page.getByRole('textbox', { name: 'Notes' })).toHaveValue('Typed for an hour');
    await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('Call Zoe');

    const opened = page.context().waitForEvent('page');
    await page.getByRole('link', { name: 'Sign in in another tab' }).click();
    const beside = await opened;
    await expect(beside.getByRole('heading', { level: 1, name: 'Tasks' })).toBeVisible();
    await beside.close();
    await page.getByRole('button', { name: 'Save changes' }).click();
    await expect(page.getByText('Saved.')).toBeVisible();
    expect((await tracker.read(`/tasks/${id}`)).notes).toBe('Typed for an hour');
  });

  for (const path of ['/tasks', '/leads'] as const) {
    test(`what Ana typed at one of her ${path} is not saved for Ben, however often it is sent`, async ({
      page,
      tracker,
    }) => {
      const id = await tracker.give(path, path === '/tasks' ? { title: 'Call Zoe' } : { name: 'Zoe' });
      await page.goto(`${path}/${id}`);
      await page.getByRole('textbox', { name: 'Notes' }).fill('For my eyes only');
      await signInAsBen(page);

      for (const _ of ['once', 'again']) {
        await page.getByRole('button', { name: 'Save changes' }).click();
        await expect(page.getByRole('alert')).toContainText('somebody else has signed in');
        await expect(page.getByRole('textbox', { name: 'Notes' })).toHaveValue('For my eyes only');
      }
    });
  }
});
