import type { Page } from '@playwright/test';
import { expect, test } from './tracker.ts';

for (const javaScriptEnabled of [true, false]) {
  test.describe(`with scripts ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled });

    test('the pages take a person through a day with tasks', async ({ page }) => {
      const [milk, call] = [`Buy milk ${javaScriptEnabled}`, `Call Ana ${javaScriptEnabled}`];
      await page.goto('/');
      await expect(page).toHaveURL('/tasks');
      for (const title of [milk, call]) {
        await page.getByRole('textbox', { name: 'New task' }).fill(title);
        await page.getByRole('textbox', { name: 'New task' }).press('Enter');
        await expect(page.getByRole('link', { name: title })).toBeInViewport();
      }

      await page.getByRole('button', { name: `Done: ${milk}` }).click();
      await expect(page.getByRole('button', { name: `Reopen: ${milk}` })).toBeVisible();
      await page.getByRole('button', { name: `Delete: ${milk}` }).click();
      await page.getByRole('button', { name: 'Delete', exact: true }).click();
      await expect(page.getByRole('button', { name: `Delete: ${milk}` })).toHaveCount(0);

      await refuseTask(page);
      await editTask(page, call);
    });

    test('a lead is added and goes through the pipeline', async ({ page }) => {
      const name = `Ana Pop ${javaScriptEnabled}`;
      await page.goto('/leads');
      await page.getByRole('textbox', { name: 'Name' }).fill(name);
      await page.getByRole('button', { name: 'Add lead' }).click();
      for (const step of ['Contacted', 'Qualified', 'Won']) {
        await page.getByRole('button', { name: `${step}: ${name}` }).click();
        await page.keyboard.press('Tab'); // What is pressed after it is another act.
      }
      await expect(page.getByRole('button', { name: `Lost: ${name}` })).toHaveCount(0);
    });
  });
}

async function refuseTask(page: Page) {
  const typed = 'x'.repeat(201);
  await page.getByRole('textbox', { name: 'New task' }).fill(typed);
  await page.getByRole('button', { name: 'Add task' }).click();

  await expect(page.getByRole('alert')).toContainText('at most 200 characters');
  await expect(page.getByRole('textbox', { name: 'New task' })).toHaveValue(typed);
}

async function editTask(page: Page, title: string) {
  await page.getByRole('link', { name: title }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await page.getByRole('textbox', { name: 'Title' }).fill(`${title} again`);
  await page.getByRole('combobox', { name: 'Status' }).selectOption('Doing');
  await page.getByRole('button', { name: 'Save changes' }).click();

  await expect(page.getByText('Saved.')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${title} again`);
  await page.getByRole('link', { name: 'Tasks' }).first().click();
  await page.getByRole('link', { name: 'Board' }).click();
  await expect(page.getByRole('list', { name: 'Doing' })).toContainText(`${title} again`);
}
