import type { Dialog, Locator } from 'playwright-core';
import type { Tracker } from '../src/check.ts';
import type { Point } from '../src/pace.ts';
import type { Visit } from '../src/visit.ts';
import { pressDelete } from './page-delete-steps.ts';
import { give, goTo, lacksItem, seesItem, serverHas } from './page-steps.ts';

// Two presses further apart than this need not count as one any more; a busy machine gets another turn.
export const WITHIN = 450;
export const TURNS = 4;

/** Why two presses in a row are one act. */
export const PRESSED_TWICE =
  'A double click is a habit, a finger trembles, a key is held. By the second press another row may be under the finger, and Qualified has become Won, which is final.';

export interface Turn {
  /** What is pressed, or has the focus when a key is. */
  readonly button: Locator;
  readonly told: string;
  /** Makes the first press where more than one is needed; gives the place of the last. */
  readonly first?: (place: Point) => Promise<Point>;
  /** Waits until the first press has had its effect. */
  readonly done: () => Promise<unknown>;
  /** The titles or names that the turn is about. */
  readonly kept: readonly string[];
}

/**
 * Presses the same place or key twice, the second time as soon as the first press has had its effect. Only what took
 * less than half a second is a proof: until then it is done again with other things. Gives the last turn's `kept`.
 */
export async function pressTwice(
  visit: Visit,
  prepare: () => Promise<Turn>,
  key?: string,
): Promise<readonly string[]> {
  for (let turn = 0; turn < TURNS; turn += 1) {
    const { button, told, first, done, kept } = await prepare();
    const place = await placeOf(button);
    if (key !== undefined) await button.focus();
    const press = (at: Point): Promise<void> =>
      key === undefined ? visit.page.mouse.click(at.x, at.y) : visit.page.keyboard.press(key);
    let begun = performance.now();
    const last = (await first?.(place)) ?? place;
    if (first === undefined) await press(place);
    else begun = performance.now();
    // A machine that is too busy for that presses twice at once.
    if (turn < TURNS - 1) await done();
    const question = await heard(visit, () => press(last));
    if (performance.now() - begun > WITHIN) continue;
    await done();
    visit.tell(told);
    if (question !== undefined) throw visit.fail('one question', `it asked again: ${question}`);
    return kept;
  }
  throw visit.fail('a page that follows within half a second', `it took longer, ${TURNS} times`);
}

/** The question that a press brought about. */
async function heard({ page }: Visit, press: () => Promise<void>): Promise<string | undefined> {
  let question: string | undefined;
  const onDialog = (dialog: Dialog): void => {
    question = dialog.message();
    dialog.accept().catch(() => {});
  };
  page.on('dialog', onDialog);
  await press();
  page.off('dialog', onDialog);
  return question;
}

export async function deleteFirst(tracker: Tracker, visit: Visit): Promise<Turn> {
  const { random } = tracker;
  const [goes, ...kept] = [random.title(), random.title(), random.title()] as const;
  for (const title of [goes, ...kept]) await give(tracker, '/tasks', { title });
  await visit.reload();
  const button = await visit.sees('button', `Delete: ${goes}`);
  return {
    button,
    told: `press the button "Delete: ${goes}" twice in a row`,
    first: async (place) => {
      const question = await pressDelete(visit, goes, {
        press: () => visit.page.mouse.click(place.x, place.y),
      });
      return question?.place ?? place;
    },
    done: () => lacksItem(visit, goes, 'the task gone'),
    kept,
  };
}

export async function finishTask(tracker: Tracker, visit: Visit): Promise<Turn> {
  const title = tracker.random.title();
  await give(tracker, '/tasks', { title });
  await visit.reload();
  const button = await visit.sees('button', `Done: ${title}`);
  const done = () => visit.sees('button', `Reopen: ${title}`);
  return { button, told: `press the button "Done: ${title}" twice in a row`, done, kept: [title] };
}

export async function contactLead(tracker: Tracker, visit: Visit): Promise<Turn> {
  const name = tracker.random.name();
  await give(tracker, '/leads', { name });
  await visit.reload();
  await goTo(visit, 'Leads');
  const button = await visit.sees('button', `Contacted: ${name}`);
  const done = () => visit.sees('button', `Qualified: ${name}`);
  return { button, told: `press the button "Contacted: ${name}" twice in a row`, done, kept: [name] };
}

export async function addTask(tracker: Tracker, visit: Visit): Promise<Turn> {
  const title = tracker.random.title();
  await visit.reload();
  await visit.type('New task', title);
  const button = visit.find('textbox', 'New task');
  const done = () => seesItem(visit, title);
  return { button, told: 'press the key Enter twice in a row', done, kept: [title] };
}

/** Adds two tasks with Enter, the second within half a second of the first. */
export async function addTwo(tracker: Tracker, visit: Visit): Promise<void> {
  for (let turn = 0; turn < TURNS; turn += 1) {
    const pressed: number[] = [];
    for (const title of [tracker.random.title(), tracker.random.title()]) {
      visit.tell(`type "${title}" into the textbox New task and press the key Enter, at once`);
      await visit.find('textbox', 'New task').fill(title);
      await visit.find('textbox', 'New task').press('Enter');
      pressed.push(performance.now());
      await seesItem(visit, title);
    }
    const [first = 0, second = 0] = pressed;
    if (second - first < WITHIN) return;
  }
  throw visit.fail('a page that follows within half a second', `it took longer, ${TURNS} times`);
}

/** Something whose effect comes after that of everything before it. */
export async function addAnother(tracker: Tracker, visit: Visit): Promise<void> {
  const title = tracker.random.title();
  await visit.type('New task', title);
  await visit.press('Add task');
  await seesItem(visit, title);
  await serverHas(tracker, '/tasks', (text) => text.includes(title), 'one more task');
}

/** Throws a Failure when a task or a lead is further than one press takes it. */
export async function expectValue(
  tracker: Tracker,
  path: '/tasks' | '/leads',
  name: string,
  value: 'done' | 'contacted',
): Promise<void> {
  const field = path === '/tasks' ? 'status' : 'stage';
  const holds = (text: string): boolean => {
    const all: unknown = JSON.parse(text);
    const found = Array.isArray(all) ? all.find((one) => [one.title, one.name].includes(name)) : undefined;
    return found?.[field] === value;
  };
  await serverHas(tracker, path, holds, `"${name}" with the ${field} ${value}: one press, one act`);
}

async function placeOf(target: Locator): Promise<Point> {
  await target.scrollIntoViewIfNeeded();
  const box = await target.boundingBox();
  if (box === null) throw new Error('what is pressed cannot be seen');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
