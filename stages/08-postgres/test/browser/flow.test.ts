import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { test } from 'vitest';
import { SECRET, url } from '../tracker.ts';
import { startChromium } from './chromium.ts';

const START = fileURLToPath(new URL('../../start.ts', import.meta.url));
const SETTINGS = { PORT: '0', WEB_PORT: '0', DATABASE_URL: url, JWT_SECRET: SECRET, NODE_ENV: 'development' };

for (const javaScriptEnabled of [true, false]) {
  test(`the pages take a person through a day, with scripts ${javaScriptEnabled ? 'on' : 'off'}`, async ({
    onTestFinished,
  }) => {
    const tracker = spawn(process.execPath, [START], { env: { ...process.env, ...SETTINGS } });
    onTestFinished(() => void tracker.kill('SIGTERM'));
    const browser = await startChromium();
    onTestFinished(() => browser.close());
    const page = await (await browser.newContext({ javaScriptEnabled, reducedMotion: 'reduce' })).newPage();
    page.setDefaultTimeout(10_000);
    const errors: Error[] = [];
    page.on('pageerror', (error) => errors.push(error));
    const { web, api } = await readAddresses(tracker.stdout);
    await page.goto(web);
    assert.match(page.url(), /\/sign-in\?next=%2Ftasks$/);

    await register(page, `ana-${javaScriptEnabled}@example.com`);
    await keepTasks(page);
    await refuseTask(page);
    await editTask(page);
    await moveLead(page);
    if (javaScriptEnabled) await proveAccess(page);
    else await filterTasks(page);
    await turnPages(page, api);
    if (javaScriptEnabled) await goOnAfterTheSession(page);
    else await keepWhatWasTyped(page);
    await signOut(page);

    assert.deepEqual(errors, []);
  });
}

async function readAddresses(stdout: NodeJS.ReadableStream) {
  for await (const line of createInterface({ input: stdout })) {
    const [, web, api] = / ready at (http:\S+) \(API at (http:\S+)\)$/.exec(line) ?? [];
    if (web && api) return { web, api };
  }
  throw new Error('The tracker never was ready');
}

async function register(page: Page, email: string) {
  await page.getByRole('link', { name: 'Create an account' }).click();
  await page.getByRole('heading', { level: 1, name: 'Create an account' }).waitFor();
  await page.getByRole('textbox', { name: 'Name' }).fill('Ana Pop');
  await page.getByRole('textbox', { name: 'Email' }).fill(email);
  await page.getByLabel('Password', { exact: true }).fill('a long enough one');
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.getByRole('heading', { level: 1, name: 'Tasks' }).waitFor();
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

async function turnPages(page: Page, api: string) {
  const [access] = (await page.context().cookies()).filter(({ name }) => name === 'access');
  const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${access?.value}` };
  for (let at = 1; at <= 20; at += 1)
    await fetch(`${api}/tasks`, { method: 'POST', headers, body: JSON.stringify({ title: `Step ${at}` }) });
  await page.goto(new URL('/tasks', page.url()).href);
  await page.getByRole('link', { name: 'Next' }).click();
  await page.getByText('Page 2 of 2').waitFor();
  await page.getByRole('button', { name: 'Delete: Step 20' }).click();
  await page.getByText('20 tasks', { exact: true }).waitFor(); // The second page has gone, and nobody is left behind on it.
  await page.getByRole('button', { name: 'Delete: Step 19' }).waitFor();
}

// The access token is too old, the refresh token is not: nobody notices, wherever they are.
async function goOnAfterTheSession(page: Page) {
  await page.getByRole('textbox', { name: 'New task' }).fill('Typed before');
  await page.context().clearCookies({ name: 'access' });
  await page.getByRole('button', { name: 'Add task' }).click();
  await page.getByText('Page 1 of 2').waitFor();

  await page.getByRole('textbox', { name: 'New task' }).fill('Still being typed');
  await page.context().clearCookies({ name: 'access' });
  await page.getByRole('combobox', { name: 'Sort' }).selectOption('Newest first');
  await page.getByRole('button', { name: 'Delete: Typed before' }).waitFor();
  assert.equal(await page.getByRole('textbox', { name: 'New task' }).inputValue(), 'Still being typed');

  await page.context().clearCookies({ name: 'access' });
  await page.reload();
  await page.getByRole('button', { name: 'Delete: Typed before' }).waitFor();
}

async function keepWhatWasTyped(page: Page) {
  await page.getByRole('link', { name: 'Step 1', exact: true }).click();
  await page.getByRole('textbox', { name: 'Notes' }).fill('Typed for an hour');
  await page.context().clearCookies({ name: 'access' });
  await page.getByRole('button', { name: 'Save changes' }).click();
  await page.getByRole('alert').filter({ hasText: 'Your session has ended.' }).waitFor();
  assert.equal(await page.getByRole('textbox', { name: 'Notes' }).inputValue(), 'Typed for an hour');
  assert.equal(await page.getByRole('textbox', { name: 'Title' }).inputValue(), 'Step 1');

  const [beside] = await Promise.all([
    page.context().waitForEvent('page'),
    page.getByRole('link', { name: 'Sign in in another tab' }).click(),
  ]);
  await beside.getByRole('heading', { level: 1, name: 'Tasks' }).waitFor();
  await beside.close();
  await page.getByRole('button', { name: 'Save changes' }).click();
  await page.getByText('Saved.').waitFor();
}

async function signOut(page: Page) {
  await page.getByRole('button', { name: 'Account: Ana Pop' }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
  assert.deepEqual(await page.context().cookies(), []);
}

// In the dark only the colours are others.
const RULES = { light: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], dark: ['color-contrast'] };

async function proveAccess(page: Page) {
  const own = [];
  for (const path of ['/tasks', '/leads']) {
    await page.goto(new URL(path, page.url()).href);
    const link = page.getByRole('listitem').getByRole('link').first();
    own.push((await link.getAttribute('href')) ?? '');
  }
  for (const path of ['/tasks?view=board', '/leads?view=board', ...own]) {
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
