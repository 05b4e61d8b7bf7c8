import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { test } from 'vitest';
import { startChromium } from './chromium.ts';

const START = fileURLToPath(new URL('../../start.ts', import.meta.url));

for (const javaScriptEnabled of [true, false]) {
  test(`the pages take a person through a day, with scripts ${javaScriptEnabled ? 'on' : 'off'}`, async ({
    onTestFinished,
  }) => {
    const tracker = spawn(process.execPath, [START], { env: { ...process.env, PORT: '0', WEB_PORT: '0' } });
    onTestFinished(() => void tracker.kill('SIGTERM'));
    const browser = await startChromium();
    onTestFinished(() => browser.close());
    const page = await (await browser.newContext({ javaScriptEnabled, reducedMotion: 'reduce' })).newPage();
    page.setDefaultTimeout(10_000);
    const errors: Error[] = [];
    page.on('pageerror', (error) => errors.push(error));
    await page.goto(await readAddress(tracker.stdout));
    assert.equal(new URL(page.url()).pathname, '/tasks');

    await keepTasks(page);
    await refuseTask(page);
    await editTask(page);
    await moveLead(page);
    if (javaScriptEnabled) await proveAccess(page);
    else await filterTasks(page);

    assert.deepEqual(errors, []);
  });
}

async function readAddress(stdout: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: stdout })) {
    const address = / ready at (http:\S+) /.exec(line)?.[1];
    if (address) return address;
  }
  throw new Error('The tracker never was ready');
}

async function keepTasks(page: Page) {
  await page.getByText('No tasks yet').waitFor();
  for (const title of ['Buy milk', 'Call Ana']) {
    await page.getByRole('textbox', { name: 'New task' }).fill(title);
    await page.getByRole('textbox', { name: 'New task' }).press('Enter');
    await page.getByRole('button', { name: `Done: ${title}` }).waitFor();
  }
  await page.getByRole('button', { name: 'Done: Buy milk' }).click();
  await page.getByRole('button', { name: 'Reopen: Buy milk' }).waitFor();
  await page.getByRole('button', { name: 'Delete: Buy milk' }).click();
  await page.getByRole('button', { name: 'Delete: Buy milk' }).waitFor({ state: 'detached' });
}

async function refuseTask(page: Page) {
  const typed = 'x'.repeat(201);
  await page.getByRole('textbox', { name: 'New task' }).fill(typed);
  await page.getByRole('button', { name: 'Add task' }).click();

  await page.getByRole('alert').filter({ hasText: 'at most 200 characters' }).waitFor();
  assert.equal(await page.getByRole('textbox', { name: 'New task' }).inputValue(), typed);
}

async function editTask(page: Page) {
  await page.getByRole('link', { name: 'Call Ana' }).click();
  await page.getByRole('heading', { level: 1, name: 'Call Ana' }).waitFor();
  await page.getByRole('textbox', { name: 'Title' }).fill('Write to Ana');
  await page.getByRole('combobox', { name: 'Status' }).selectOption('Doing');
  await page.getByRole('button', { name: 'Save changes' }).click();

  await page.getByText('Saved.').waitFor();
  await page.getByRole('heading', { level: 1, name: 'Write to Ana' }).waitFor();
  await page.getByRole('link', { name: 'Tasks' }).first().click();
  await page.getByRole('link', { name: 'Board' }).click();
  await page.getByRole('list', { name: 'Doing' }).getByText('Write to Ana').waitFor();
}

async function moveLead(page: Page) {
  await page.getByRole('link', { name: 'Leads' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Ana Pop');
  await page.getByRole('button', { name: 'Add lead' }).click();
  for (const step of ['Contacted', 'Qualified', 'Won']) {
    await page.getByRole('button', { name: `${step}: Ana Pop` }).click();
  }
  await page.getByRole('button', { name: 'Lost: Ana Pop' }).waitFor({ state: 'detached' });
}

async function filterTasks(page: Page) {
  await page.getByRole('link', { name: 'Tasks' }).click();
  await page.getByRole('combobox', { name: 'Status' }).selectOption('Done');
  await page.getByRole('button', { name: 'Apply' }).click();
  await page.getByText('No task has this status.').waitFor();
}

// In the dark only the colours are others.
const RULES = { light: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], dark: ['color-contrast'] };

async function proveAccess(page: Page) {
  for (const path of ['/tasks?view=board', '/tasks/2', '/leads?view=board', '/leads/1']) {
    await page.goto(new URL(path, page.url()).href);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      // There are no frames, whose findings would be put together in a page of their own.
      const axe = new AxeBuilder({ page }).setLegacyMode().options({ runOnly: RULES[colorScheme] });
      const { violations } = await axe.analyze();
      assert.deepEqual(
        violations.map(({ id }) => `${path} ${colorScheme}: ${id}`),
        [],
      );
    }
  }
}
