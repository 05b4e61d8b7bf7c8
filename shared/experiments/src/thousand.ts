/// <reference lib="dom" />
import { Pace } from '../../conformance/src/pace.ts';
import type { Instance } from '../../conformance/src/server.ts';
import type { Visit } from '../../conformance/src/visit.ts';
import type { Lab } from './lab.ts';
import type { Subject } from './subject.ts';

const COUNT = 1000;
const AT_ONCE = 25;
const TITLE = 'Task 500 of 1000';
const TURNS = 5;
// A page that draws a thousand rows on a slow machine is slow, not broken.
const PATIENCE = 10_000;

/** What one change of one task costs on a page that shows a thousand. */
export interface Toggle {
  /** Elements that were put into the page and taken out of it, for one change. */
  readonly added: number;
  readonly removed: number;
  /** Texts and attributes that were changed where they stand. */
  readonly changed: number;
  /** From the click until the change is drawn, the median of several, in milliseconds, rounded. */
  readonly milliseconds: number;
  /** Whether the focus is on the button of the same row afterwards, and whether that is the same element. */
  readonly focused: boolean;
  readonly sameElement: boolean;
}

/** Fills a tracker with a thousand tasks and changes one of them, back and forth, on its page. Throws Unmeasured. */
export async function toggleAmongThousand(lab: Lab, subject: Subject): Promise<Toggle> {
  const server = await subject.server();
  return subject.attempt(async () => {
    await fill(server);
    const visit = await lab.visit(server);
    await untilFull(visit);
    const changes: Toggle[] = [];
    const pace = new Pace();
    for (let turn = 0; turn < TURNS; turn += 1) {
      const [from, to] = turn % 2 === 0 ? ['Done', 'Reopen'] : ['Reopen', 'Done'];
      await pace.before(TITLE);
      changes.push(await toggle(visit, `${from}: ${TITLE}`, `${to}: ${TITLE}`));
      pace.after();
    }
    await server.stop();
    const [first] = changes;
    const times = changes.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
    return {
      added: first?.added ?? Number.NaN,
      removed: first?.removed ?? Number.NaN,
      changed: first?.changed ?? Number.NaN,
      milliseconds: Math.round(times[Math.floor(TURNS / 2)] ?? Number.NaN),
      focused: changes.every(({ focused }) => focused),
      sameElement: changes.every(({ sameElement }) => sameElement),
    };
  });
}

async function untilFull(visit: Visit): Promise<void> {
  const last = visit.page.getByText(`Task ${COUNT} of ${COUNT}`, { exact: true }).first();
  await last.waitFor({ timeout: PATIENCE }).catch(async () => {
    throw await visit.refute(`a list of ${COUNT} tasks`, 'listitem');
  });
}

async function fill(server: Instance): Promise<void> {
  for (let first = 1; first <= COUNT; first += AT_ONCE) {
    const titles = Array.from({ length: AT_ONCE }, (_, at) => `Task ${first + at} of ${COUNT}`);
    await Promise.all(
      titles.map(async (title) => {
        const answer = await server.request('POST', '/tasks', { json: { title } });
        if (answer.status !== 201) throw answer.fail('201');
      }),
    );
  }
}

/** Presses a button in the page and watches it until the button with the new name is drawn, and all is quiet. */
async function toggle(visit: Visit, from: string, to: string): Promise<Toggle> {
  const button = visit.find('button', from);
  visit.tell(`press the button "${from}"`);
  const change = await button.evaluate(watch, { to, patience: PATIENCE });
  if (change === undefined) throw await visit.refute(`the button "${to}"`, 'button');
  return change;
}

// Runs in the page.
async function watch(
  button: Element,
  { to, patience }: { to: string; patience: number },
): Promise<Toggle | undefined> {
  let [added, removed, changed] = [0, 0, 0];
  const count = (nodes: NodeList): number =>
    [...nodes]
      .filter((node) => node instanceof Element)
      .reduce((sum, element) => sum + 1 + element.querySelectorAll('*').length, 0);
  const observer = new MutationObserver((records) => {
    for (const { type, addedNodes, removedNodes } of records) {
      if (type !== 'childList') changed += 1;
      added += count(addedNodes);
      removed += count(removedNodes);
    }
  });
  const nameOf = (one: Element): string => one.getAttribute('aria-label') ?? one.textContent?.trim() ?? '';
  const isThere = (): boolean =>
    nameOf(button) === to || [...document.querySelectorAll('button')].some((one) => nameOf(one) === to);
  const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
  const { fetch } = window;
  let asked = 0;
  window.fetch = (...request) => {
    asked += 1;
    return fetch(...request).finally(() => {
      asked -= 1;
    });
  };

  observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  if (button instanceof HTMLElement) button.focus();
  const begun = performance.now();
  if (button instanceof HTMLElement) button.click();
  while (!isThere()) {
    if (performance.now() - begun > patience) return undefined;
    await frame();
  }
  await frame();
  const milliseconds = performance.now() - begun;
  // What the answers change afterwards belongs to it: until nothing is asked or changed for some frames.
  for (
    let quiet = 0, seen = -1;
    quiet < 10;
    quiet = asked === 0 && seen === added + removed + changed ? quiet + 1 : 0
  ) {
    seen = added + removed + changed;
    await frame();
  }
  window.fetch = fetch;
  observer.disconnect();
  const active = document.activeElement;
  return {
    added,
    removed,
    changed,
    milliseconds,
    focused: active !== null && nameOf(active) === to,
    sameElement: active === button,
  };
}
