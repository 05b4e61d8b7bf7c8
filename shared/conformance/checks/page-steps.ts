import type { Locator } from 'playwright-core';
import type { Tracker } from '../src/check.ts';
import { pause } from '../src/child.ts';
import { PATIENCE, type Visit } from '../src/visit.ts';

export type View = 'Tasks' | 'Leads';

/** The link or tab of the navigation that leads to a view. */
export function navigationTo({ page }: Visit, view: View): Locator {
  const bar = page.getByRole('navigation').or(page.getByRole('tablist'));
  const link = bar.getByRole('link', { name: view, exact: true });
  return link.or(bar.getByRole('tab', { name: view, exact: true })).first();
}

/** Goes to a view by the navigation, and waits for its heading. */
export async function goTo(visit: Visit, view: View): Promise<void> {
  visit.tell(`press ${view} in the navigation`);
  await navigationTo(visit, view)
    .click({ timeout: PATIENCE })
    .catch(async () => {
      throw await visit.refute(`a navigation with the link or tab "${view}"`, 'link');
    });
  await expectView(visit, view);
}

/** Waits for the heading of level 1 that names the view. */
export async function expectView(visit: Visit, view: View): Promise<void> {
  const headings = visit.page.getByRole('heading', { level: 1 });
  await visit.until(
    `a heading of level 1 that names the view: ${view}`,
    async () => (await headings.allInnerTexts()).some((text) => new RegExp(view, 'i').test(text)),
    async () => {
      const all = await headings.allInnerTexts();
      return all.length === 0 ? 'no heading of level 1' : `the heading "${all.join('", "')}"`;
    },
  );
}

/** The innermost item of a list, or row of a table, that holds this text. */
export function itemOf({ page }: Visit, text: string): Locator {
  return page.getByRole('listitem').or(page.getByRole('row')).filter({ hasText: text }).last();
}

/** Waits for the item that shows this text. */
export async function seesItem(visit: Visit, text: string): Promise<Locator> {
  const item = itemOf(visit, text);
  await item.waitFor({ timeout: PATIENCE }).catch(async () => {
    throw await visit.refute(`a list with an item that shows "${text}"`, 'listitem');
  });
  return item;
}

/** Waits until no item shows this text. */
export async function lacksItem(visit: Visit, text: string, expected: string): Promise<void> {
  await itemOf(visit, text)
    .waitFor({ state: 'hidden', timeout: PATIENCE })
    .catch(async () => {
      throw await visit.refute(expected, 'listitem');
    });
}

/** What a screen reader finds in an item beside its buttons. */
export async function spoken(item: Locator): Promise<string> {
  const lines = (await item.ariaSnapshot({ timeout: PATIENCE })).split('\n');
  const kept: string[] = [];
  let buttonDepth = Number.POSITIVE_INFINITY;
  for (const line of lines) {
    const depth = line.search(/\S/);
    if (depth > buttonDepth) continue;
    const isButton = /^\s*- '?button\b/.test(line);
    buttonDepth = isButton ? depth : Number.POSITIVE_INFINITY;
    if (!isButton) kept.push(line.trim().replace(/^- /, ''));
  }
  return kept.join('\n');
}

/** Makes a task or a lead over the API; gives its id. */
export async function give(
  { request }: Pick<Tracker, 'request'>,
  path: '/tasks' | '/leads',
  json: Readonly<Record<string, unknown>>,
): Promise<number> {
  const answer = await request('POST', path, { json });
  if (answer.status !== 201) throw answer.fail('201');
  const made: unknown = answer.json();
  const id = typeof made === 'object' && made !== null && 'id' in made ? made.id : undefined;
  if (typeof id !== 'number') throw answer.fail('an id');
  return id;
}

/** Changes a task or a lead over the API. */
export async function change(
  { request }: Pick<Tracker, 'request'>,
  path: string,
  json: Readonly<Record<string, unknown>>,
): Promise<void> {
  const answer = await request('PATCH', path, { json });
  if (answer.status !== 200) throw answer.fail('200');
}

/** Waits until the server's answer to a GET holds what it should: a page may show a change before it was kept. */
export async function serverHas(
  { request }: Pick<Tracker, 'request'>,
  path: string,
  holds: (text: string) => boolean,
  expected: string,
): Promise<void> {
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    const answer = await request('GET', path);
    if (holds(answer.text)) return;
    if (Date.now() > deadline) throw answer.fail(expected);
    await pause(20);
  }
}

/** Waits until whatever moves or fades on the page has come to its end; what never ends is not waited for. */
export async function settle({ page }: Visit): Promise<void> {
  await page.evaluate(async () => {
    const ending = document
      .getAnimations()
      .filter((one) => Number.isFinite(one.effect?.getComputedTiming().endTime));
    await Promise.all(ending.map((one) => one.finished.catch(() => {})));
  });
}
