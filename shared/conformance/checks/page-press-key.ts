import type { Check, Tracker } from '../src/check.ts';
import { pause } from '../src/child.ts';
import type { Visit } from '../src/visit.ts';
import { pressDelete } from './page-delete-steps.ts';
import { tabTo } from './page-keyboard.ts';
import {
  addAnother,
  contactLead,
  expectValue,
  finishTask,
  PRESSED_TWICE,
  pressTwice,
  TURNS,
  WITHIN,
} from './page-press-steps.ts';
import { goTo, lacksItem } from './page-steps.ts';

// How long a key is held, and how often it then repeats.
const HELD = 900;
const REPEATS = 60;

/** One press of a key is one act, and what is meant as two acts is two. */
export const pagePressKeyChecks: readonly Check[] = [
  {
    id: 'page.press-twice-key',
    since: '03',
    capability: 'page',
    title: 'a key pressed twice in a row, or held, is one act',
    why: PRESSED_TWICE,
    hints: [
      'What does a browser make of Enter on a button, and what when the key is held?',
      'Look at a click that a key has made: its detail is 0, and it has no place. Where is the focus once the list was drawn anew?',
      'Listen to keydown, too: a click with detail 0 within 500 ms of the last one by the same key, with no other key in between, is the same act. Each ignored press counts as the last one.',
    ],
    async run(tracker) {
      const visit = await tracker.page();

      const [task = ''] = await pressTwice(visit, () => finishTask(tracker, visit), 'Enter');
      await addAnother(tracker, visit);
      await expectValue(tracker, '/tasks', task, 'done');

      const held = await holdEnter(tracker, visit);
      await addAnother(tracker, visit);
      await expectValue(tracker, '/tasks', held, 'done');

      const [lead = ''] = await pressTwice(visit, () => contactLead(tracker, visit), 'Enter');
      await goTo(visit, 'Tasks');
      await addAnother(tracker, visit);
      await expectValue(tracker, '/leads', lead, 'contacted');
    },
  },
  {
    id: 'page.press-key-elsewhere',
    since: '03',
    capability: 'page',
    title: 'the same key counts at once when the focus was moved in between',
    why: 'Enter, Tab, Enter is how quick people work without a mouse: two presses, and both are meant.',
    hints: [
      'How do you tell that the focus was moved by the person, and not by your page?',
      'Look at what your page remembers of the last press: does Tab end it?',
      'On keydown of any key but Enter and Space, forget the last press.',
    ],
    async run(tracker) {
      const visit = await tracker.page();
      for (let turn = 0; turn < TURNS; turn += 1) {
        const { button, kept } = await finishTask(tracker, visit);
        const [title = ''] = kept;
        visit.tell(`bring the focus to the button "Done: ${title}"; press Enter, then Tab and Enter`);
        await button.focus();
        const begun = performance.now();
        await visit.page.keyboard.press('Enter');
        await tabTo(visit, visit.find('button', `Delete: ${title}`), `the button "Delete: ${title}"`);
        let took = Number.POSITIVE_INFINITY;
        const press = async (): Promise<void> => {
          await visit.page.keyboard.press('Enter');
          took = performance.now() - begun;
        };
        await pressDelete(visit, title, { press });
        await lacksItem(visit, title, 'the task gone');
        if (took < WITHIN) return;
      }
      throw visit.fail('a page that follows within half a second', `it took longer, ${TURNS} times`);
    },
  },
];

/** Holds Enter on Done for longer than half a second. Gives the task's title. */
async function holdEnter(tracker: Tracker, visit: Visit): Promise<string> {
  for (let turn = 0; turn < TURNS; turn += 1) {
    const { button, kept } = await finishTask(tracker, visit);
    await button.focus();
    let longest = 0;
    let last = performance.now();
    for (const end = last + HELD; last < end; ) {
      await visit.page.keyboard.down('Enter');
      await pause(REPEATS);
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }
    await visit.page.keyboard.up('Enter');
    if (longest > WITHIN) continue;
    const [title = ''] = kept;
    visit.tell(`hold the key Enter on the button "Done: ${title}"`);
    return title;
  }
  throw new Error('this machine is too busy to hold a key');
}
