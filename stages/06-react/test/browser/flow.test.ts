import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { test } from 'vitest';
import { startTracker } from '../tracker.ts';
import { startChromium } from './chromium.ts';

test('the page as it is built takes a person through a day with tasks and leads', async ({
  onTestFinished,
}) => {
  const tracker = await startTracker();
  onTestFinished(tracker.stop);
  const browser = await startChromium();
  onTestFinished(() => browser.close());
  const page = await browser.newPage();
  page.setDefaultTimeout(10_000);
  const errors: Error[] = [];
  page.on('pageerror', (error) => errors.push(error));
  await page.goto(tracker.base);

  await keepTasks(page);
  await filterTasks(page);
  await moveLead(page);
  await refuse(page, tracker.stop);

  assert.deepEqual(errors, []);
});

// With the keyboard alone.
async function keepTasks(page: Page) {
  await page.getByText('No tasks yet').waitFor();
  await page.getByRole('textbox', { name: 'New task' }).focus();
  for (const title of ['Buy milk', 'Call Ana']) {
    await page.keyboard.type(title);
    await page.keyboard.press('Enter');
  }
  await page.getByRole('button', { name: 'Done: Buy milk' }).press('Enter');
  await page.getByRole('button', { name: 'Reopen: Buy milk', exact: true }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Done: Buy milk' }).press('Enter');
}

async function filterTasks(page: Page) {
  await page.getByRole('combobox', { name: 'Status' }).selectOption('Done');
  assert.equal(new URL(page.url()).hash, '#tasks?status=done');
  await page.reload();
  await page.getByText('Buy milk').waitFor();
  assert.equal(await page.getByRole('listitem').count(), 1);
  await page.getByRole('button', { name: 'Delete: Buy milk' }).click();
  await page.getByText('No task has this status.').waitFor();
  await page.goBack();
  await page.getByText('Call Ana').waitFor();
}

async function moveLead(page: Page) {
  await page.getByRole('link', { name: 'Leads' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Ana Pop');
  await page.getByRole('textbox', { name: 'Company' }).fill('Acme');
  await page.getByRole('button', { name: 'Add lead' }).click();
  for (const step of ['Contacted', 'Qualified', 'Won']) {
    await page.getByRole('button', { name: `${step}: Ana Pop` }).click();
  }
  await page.getByRole('button', { name: 'Lost: Ana Pop' }).waitFor({ state: 'detached' });
}

async function refuse(page: Page, stop: () => void) {
  stop();
  const name = page.getByRole('textbox', { name: 'Name' });
  await name.fill('Bogdan');
  await name.press('Enter');

  await page.getByRole('alert').filter({ hasText: 'The tracker does not answer' }).waitFor();
  assert.equal(await name.inputValue(), 'Bogdan');
  assert.equal(await page.getByRole('listitem').count(), 1);
}
