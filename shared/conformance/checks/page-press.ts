import type { Check } from '../src/check.ts';
import { lacksAlert } from './page-alert.ts';
import {
  addAnother,
  addTask,
  addTwo,
  contactLead,
  deleteFirst,
  expectValue,
  finishTask,
  PRESSED_TWICE,
  pressTwice,
} from './page-press-steps.ts';
import { give, goTo, seesItem, serverHas } from './page-steps.ts';

/** One press is one act, and what is meant as two acts is two. */
export const pagePressChecks: readonly Check[] = [
  {
    id: 'page.press-twice-delete',
    since: '03',
    capability: 'page',
    title: 'Delete pressed twice in a row deletes one task',
    why: PRESSED_TWICE,
    hints: [
      'What lies under the pointer once the deleted row is gone?',
      'Look at the second click: how does your page know whether it was meant for the next row?',
      'In one listener for clicks, in the capture phase on window, remember place and time of the last press; a press less than 500 ms later at the same place gets preventDefault() and stopImmediatePropagation().',
    ],
    async run(tracker) {
      const visit = await tracker.page();

      const kept = await pressTwice(visit, () => deleteFirst(tracker, visit));

      await addAnother(tracker, visit);
      for (const title of kept)
        await serverHas(
          tracker,
          '/tasks',
          (text) => text.includes(title),
          `"${title}", which nobody deleted`,
        );
    },
  },
  {
    id: 'page.press-twice',
    since: '03',
    capability: 'page',
    title: 'Done or a step of the pipeline pressed twice in a row is one act',
    why: PRESSED_TWICE,
    hints: [
      'Which button is under the pointer after the first press?',
      'Look at what happens between two clicks within a fifth of a second: is the list drawn in between?',
      'Ignore a press that comes less than 500 ms after the last one at the same place, for every button of the page at once.',
    ],
    async run(tracker) {
      const visit = await tracker.page();

      const [task = ''] = await pressTwice(visit, () => finishTask(tracker, visit));
      await addAnother(tracker, visit);
      await expectValue(tracker, '/tasks', task, 'done');

      const [lead = ''] = await pressTwice(visit, () => contactLead(tracker, visit));
      await goTo(visit, 'Tasks');
      await addAnother(tracker, visit);
      await expectValue(tracker, '/leads', lead, 'contacted');
    },
  },
  {
    id: 'page.press-twice-form',
    since: '03',
    capability: 'page',
    title: 'Enter pressed twice in a form adds once, and says nothing about an empty field',
    why: 'The task was added. An error under a form that has worked makes people doubt it, and add it again.',
    hints: [
      'What does the second Enter send, after the form was emptied?',
      'Look at what a browser does for Enter in a textbox: it presses the button of the form. Does your page know that press again?',
      'The same listener helps: Enter in a form comes as a click on its button, with detail 0.',
    ],
    async run(tracker) {
      const visit = await tracker.page();

      const [title = ''] = await pressTwice(visit, () => addTask(tracker, visit), 'Enter');

      await lacksAlert(visit, 'New task');
      const { text } = await tracker.request('GET', '/tasks');
      const count = text.split(title).length - 1;
      if (count !== 1) throw visit.fail(`"${title}" once`, `it is there ${count} times`);
      await lacksAlert(visit, 'New task');
    },
  },
  {
    id: 'page.press-elsewhere',
    since: '03',
    capability: 'page',
    title: 'presses that follow each other quickly elsewhere, or with new text, all count',
    why: 'Somebody who is quick is not somebody who trembles: three tasks done in a second are three tasks done.',
    hints: [
      'How do you tell a second press by mistake from one that is meant?',
      'Look at what your page ignores: everything for half a second, or only the same place and the same key?',
      'Compare the places (24 pixels apart is elsewhere); forget the last press on an input event and on any key but Enter and Space.',
    ],
    async run(tracker) {
      const titles = [tracker.random.title(), tracker.random.title(), tracker.random.title()] as const;
      for (const title of titles) await give(tracker, '/tasks', { title });
      const visit = await tracker.page();
      await seesItem(visit, titles[2]);

      for (const title of titles) {
        visit.tell(`press the button "Done: ${title}" at once`);
        await visit.find('button', `Done: ${title}`).click();
      }
      for (const title of titles) await visit.sees('button', `Reopen: ${title}`);

      await visit.reload();
      await addTwo(tracker, visit);
    },
  },
];
