import type { Check } from '../src/check.ts';
import { change, give, serverHas } from './page-steps.ts';
import { fillField, save } from './pages-fields.ts';

/** Two people, or two tabs, at one thing. */
export const pagesChangeChecks: readonly Check[] = [
  {
    id: 'pages.edit-changes',
    since: '07',
    capability: 'pages',
    title: 'a form sends what was changed in it, and nothing else',
    why: 'Done in one tab, the title saved in another: a form that sends all its fields opens the task again, and nobody did that.',
    hints: [
      'Somebody else has marked the task as done since your form was drawn. What does your form send as its status?',
      'Look at what your action puts into the PATCH: all fields of the form, or those that differ from what stood there?',
      'Send what stood in the fields along, in hidden ones, and let the action compare: it works without scripts, too.',
    ],
    async run(tracker) {
      for (const javaScriptEnabled of [true, false]) {
        const [was, title] = [`was ${tracker.random.token()}`, `now ${tracker.random.token()}`];
        const path = `/tasks/${await give(tracker, '/tasks', { title: was })}` as const;
        const visit = await tracker.page({ path, javaScriptEnabled });
        await change(tracker, path, { status: 'done' });
        visit.tell('(somebody else marks it as done)');
        await fillField(visit, 'textbox', /title/i, title);
        await save(visit);
        const kept = (text: string): boolean =>
          /"status": ?"done"/.test(text) && !/"completedAt": ?null/.test(text);
        await serverHas(tracker, path, (text) => text.includes(title), 'the new title, kept by the server');
        await serverHas(tracker, path, kept, 'the task still done, with the time of it');
      }
    },
  },
];
