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
  await lookAtBoard(page);
  await filterTasks(page);
  await deleteTask(page);
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
  await page.getByRole('button', { name: 'Done: Buy milk' }).focus();
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Reopen: Buy milk' }).waitFor();
}

async function lookAtBoard(page: Page) {
  await page.getByRole('link', { name: 'Board' }).click();
  await page.getByRole('button', { name: 'Doing: Call Ana' }).click();
  await page.getByRole('list', { name: 'Doing' }).getByText('Call Ana').waitFor();
  assert.equal(new URL(page.url()).hash, '#tasks?view=board');
  await page.goBack();
  await page.getByRole('list', { name: 'Tasks' }).getByText('Doing').waitFor();
}

async function filterTasks(page: Page) {
  await page.getByRole('combobox', { name: 'Status' }).selectOption('Done');
  assert.equal(new URL(page.url()).hash, '#tasks?status=done');
  await page.reload();
  await page.getByText('Buy milk').waitFor();
  assert.equal(await page.getByRole('listitem').count(), 1);
}

async function deleteTask(page: Page) {
  await page.getByRole('button', { name: 'Delete: Buy milk' }).click();
  await page.getByRole('alertdialog', { name: 'Delete “Buy milk”?' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('alertdialog').waitFor({ state: 'detached' });
  assert.equal(await page.locator(':focus').getAttribute('aria-label'), 'Delete: Buy milk');

  await page.keyboard.press('Enter');
  await page.getByRole('alertdialog').waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByText('No task has this status.').waitFor();
  await page.goBack();
  await page.getByText('Call Ana').waitFor();
  assert.equal(await page.getByText('Buy milk').count(), 0);
}

async function moveLead(page: Page) {
  await page.getByRole('link', { name: 'Leads' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Ana Pop');
  await page.getByRole('textbox', { name: 'Company' }).fill('Acme');
  await page.getByRole('button', { name: 'Add lead' }).click();
  await page.getByRole('link', { name: 'Pipeline' }).click();
  for (const step of ['Contacted', 'Qualified', 'Won']) {
    await page.getByRole('button', { name: `${step}: Ana Pop` }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('list', { name: step }).getByText('Ana Pop').waitFor();
    await page.keyboard.press('Tab');
  }
  assert.equal(await page.getByRole('button', { name: 'Lost: Ana Pop' }).count(), 0);
}

async function refuse(page: Page, stop: () => void) {
  stop();
  const name = page.getByRole('textbox', { name: 'Name' });
  await name.fill('Bogdan');
  await name.press('Enter');

  await page.getByRole('alert').filter({ hasText: 'The tracker does not answer' }).waitFor();
  assert.equal(await name.inputValue(), 'Bogdan');
  await page.getByRole('listitem').filter({ hasText: 'Bogdan' }).waitFor({ state: 'detached' });
  assert.equal(await page.getByRole('listitem').count(), 1);
}
