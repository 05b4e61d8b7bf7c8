import type { APIRequestContext, Page } from '@playwright/test';
import { expect, test } from './tracker.ts';

const pager = (page: Page) => page.getByRole('navigation', { name: 'Pages' });

async function giveMany(request: APIRequestContext, path: string, count: number) {
  const data = (number: number) =>
    path === '/tasks' ? { title: `Task ${number}` } : { name: `Lead ${number}` };
  for (let number = 1; number <= count; number += 1) {
    await request.post(`${process.env.API}${path}`, { data: data(number) });
  }
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(`with scripts ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled });

    test('a long list is turned over page by page, and nobody is left behind its end', async ({
      page,
      request,
    }) => {
      await giveMany(request, '/tasks', 21);
      await page.goto('/tasks');
      await expect(page.getByRole('listitem').first()).toContainText('Task 21');
      await page.getByRole('link', { name: 'Next' }).click();
      await expect(pager(page)).toContainText('Page 2 of 2');

      await page.getByRole('button', { name: 'Delete: Task 1', exact: true }).click();
      await page.getByRole('button', { name: 'Delete', exact: true }).click();
      await expect(page.getByText('20 tasks', { exact: true })).toBeVisible();
      await expect(pager(page)).toHaveCount(0);
    });

    test('a new task is seen at once, whatever page, filter or search is open', async ({ page, request }) => {
      await giveMany(request, '/tasks', 21);
      for (const [index, search] of ['?page=2', '?status=done', '?q=Task&sort=title'].entries()) {
        const title = `Added ${index}`;
        await page.goto(`/tasks${search}`);
        await page.getByRole('textbox', { name: 'New task' }).fill(title);
        await page.getByRole('textbox', { name: 'New task' }).press('Enter');
        await expect(page.getByRole('link', { name: title })).toBeInViewport();
      }
    });
  });
}

test('after Back the search box says what the address says, and the next filter searches for nothing else', async ({
  page,
  request,
}) => {
  await giveMany(request, '/leads', 3);
  await page.goto('/leads');
  const box = page.getByRole('searchbox', { name: 'Search' });
  await box.fill('Lead 2');
  await box.press('Enter');
  await expect(page).toHaveURL('/leads?q=Lead+2');
  await expect(page.getByText('1 lead', { exact: true })).toBeVisible();

  await page.goBack();
  await expect(page.getByText('3 leads', { exact: true })).toBeVisible();
  await expect(box).toHaveValue('');
  await page.getByRole('combobox', { name: 'Stage' }).selectOption('New');

  await expect(page).toHaveURL('/leads?stage=new');
  await expect(page.getByText('3 leads', { exact: true })).toBeVisible();
});

test('a board shows the newest hundred, says so, and each column leads to all of it', async ({
  page,
  request,
}) => {
  await giveMany(request, '/leads', 101);
  await page.goto('/leads?view=board');

  await expect(page.getByText('Here are 100 of them, the newest first.')).toBeVisible();
  await page.getByRole('link', { name: 'See all: New' }).click();

  await expect(page).toHaveURL('/leads?stage=new');
  await expect(page.getByText('101 leads', { exact: true })).toBeVisible();
});

test('the choice of a lead finds one among many', async ({ page, request, tracker }) => {
  await giveMany(request, '/leads', 30);
  const id = await tracker.give('/tasks', { title: 'For whom?' });
  await page.goto(`/tasks/${id}`);
  const field = page.getByRole('combobox', { name: 'Lead' });
  await field.fill('lead 17');
  await page.getByRole('button', { name: 'Save changes' }).click();

  await expect(page.getByText('Saved.')).toBeVisible();
  await expect(page.getByRole('complementary').getByRole('link', { name: 'Lead 17' })).toBeVisible();
});
