import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Check, Tracker } from '../src/check.ts';
import { shorten } from '../src/output.ts';
import type { Visit, VisitOptions } from '../src/visit.ts';
import { seesAlert } from './page-alert.ts';
import { change, give, goTo, type View } from './page-steps.ts';

/** The rules of WCAG 2.2, levels A and AA. */
export const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** The rules that colours decide. */
export const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];
const PATIENCE = 2000;

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly targets: readonly string[];
  readonly summary: string;
}

/** The page under axe, by the rules of WCAG 2.2, levels A and AA. */
export const pageAxeChecks: readonly Check[] = (['Tasks', 'Leads'] as const).map((view) => ({
  id: `page.axe-${view.toLowerCase()}`,
  since: '03',
  capability: 'page',
  title: `axe finds nothing on ${view}, empty, and filled with a message`,
  why: 'A machine finds about half of what locks people out. That half is free to find, so none of it should be left.',
  hints: [
    'What does an element tell somebody who cannot see it: its role, its name, its state?',
    'Read the lines above: each names a rule and an element. axe DevTools in your browser shows the same.',
    'Most often a label is missing (<label>Title <input></label>), a colour is too pale (4.5 to 1), or a list holds something else than li.',
  ],
  run: (tracker) => lookAt(tracker, view, WCAG),
}));

/** Looks at a view empty, and filled with an alert. `rules` are rules of axe, or tags that stand for many. */
export async function lookAt(
  tracker: Tracker,
  view: View,
  rules: readonly string[],
  options: VisitOptions = {},
): Promise<void> {
  const visit = await tracker.page({ reducedMotion: 'reduce', ...options });
  await goTo(visit, view);
  await expectNoViolations(visit, rules, `the empty list of ${view}`);
  await fill(tracker, view);
  // Where the views are one document, axe stays in it: reading it takes longer than all the rest.
  await goTo(visit, view === 'Tasks' ? 'Leads' : 'Tasks');
  await goTo(visit, view);
  const items = visit.page.getByRole('listitem').or(visit.page.getByRole('row'));
  const filled = async (): Promise<boolean> => (await items.count()) >= 3;
  await visit.until(`the list of ${view}`, filled).catch(async () => {
    await visit.reload();
    await goTo(visit, view);
    await visit.until(`the list of ${view}`, filled);
  });
  const field = view === 'Tasks' ? 'New task' : 'Name';
  await visit.type(field, '   ', 'three blanks');
  await visit.press(view === 'Tasks' ? 'Add task' : 'Add lead');
  await seesAlert(visit, field, 'the refusal');
  await expectNoViolations(visit, rules, `the filled list of ${view} with a message`);
}

async function fill(tracker: Tracker, view: View): Promise<void> {
  if (view === 'Tasks') {
    for (const status of ['todo', 'doing', 'done']) {
      const id = await give(tracker, '/tasks', { title: tracker.random.title(), notes: 'two words' });
      if (status !== 'todo') await change(tracker, `/tasks/${id}`, { status });
    }
    return;
  }
  for (const path of [['contacted', 'qualified'], ['lost'], ['contacted', 'qualified', 'won']]) {
    const { random } = tracker;
    const id = await give(tracker, '/leads', {
      name: random.name(),
      email: random.email(),
      company: random.company(),
    });
    for (const stage of path) await change(tracker, `/leads/${id}`, { stage });
  }
}

/** Throws a Failure when axe finds something on the page as it is now. */
export async function expectNoViolations(
  visit: Visit,
  rules: readonly string[],
  where: string,
): Promise<void> {
  if (!(await visit.page.evaluate(() => 'axe' in globalThis))) await visit.page.evaluate(axeSource());
  let found: Violation[] = [];
  // A colour that is still fading passes or fails by chance: look again before it counts.
  const deadline = Date.now() + PATIENCE;
  do found = await runAxe(visit, rules);
  while (found.length > 0 && Date.now() < deadline);
  const lines = found
    .slice(0, 3)
    .flatMap(({ id, help, targets, summary }) => [
      `${id}: ${help}`,
      ...targets.slice(0, 2).map((target) => `  ${shorten(target, 110)}`),
      `  ${shorten(summary, 160)}`,
    ]);
  if (found.length > 0) throw visit.fail(`nothing for axe to find on ${where}`, lines.join('\n'));
}

function runAxe({ page }: Visit, rules: readonly string[]): Promise<Violation[]> {
  return page.evaluate(async (names) => {
    const axe: unknown = Reflect.get(globalThis, 'axe');
    if (typeof axe !== 'object' || axe === null) throw new Error('axe is not there');
    const run: unknown = Reflect.get(axe, 'run');
    if (typeof run !== 'function') throw new Error('axe is not there');
    const report = await run(document, { runOnly: names, resultTypes: ['violations'], iframes: false });
    interface Found {
      id: string;
      help: string;
      nodes: { target: unknown[]; html: string; failureSummary?: string }[];
    }
    return report.violations.map(({ id, help, nodes }: Found) => ({
      id,
      help,
      targets: nodes.map(({ html }) => html),
      summary: (nodes[0]?.failureSummary ?? '').split('\n').slice(1).join(' ').trim(),
    }));
  }, rules);
}

let source: string | undefined;

function axeSource(): string {
  source ??= readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  return source;
}
