import type { Check } from '../src/check.ts';
import type { Visit } from '../src/visit.ts';
import { give } from './page-steps.ts';
import { expectFits } from './style.ts';

const PHONE = { width: 320, height: 640 };

/** On a phone, with what people really write. */
export const pagesNarrowChecks: readonly Check[] = [
  {
    id: 'pages.long-words',
    since: '07',
    capability: 'pages',
    title: 'at 320 pixels no page can be scrolled sideways, whatever long word a person entered',
    why: 'One address copied into a title, and every page that shows it wobbles under the thumb.',
    hints: [
      'Where else than in the list does a title stand: headings, links, questions, fields, facts?',
      'Open the page of a task and of a lead with a word of 60 letters in every field, at 320 pixels.',
      "overflow-wrap: anywhere where people's text stands, and min-width: 0 on what holds it in a grid or flexbox.",
    ],
    async run(tracker) {
      const word = `${tracker.random.letters(52)}${tracker.random.token()}`;
      const lead = await give(tracker, '/leads', {
        ...{ name: word, company: word, notes: word },
        email: `${tracker.random.letters(50)}@example.com`,
      });
      const task = await give(tracker, '/tasks', { title: word, notes: word, leadId: lead });
      const visit = await tracker.page({ path: '/tasks', viewport: PHONE });
      for (const path of [`/tasks/${task}`, `/leads/${lead}`]) {
        await visit.open(new URL(path, visit.page.url()).href);
        await visit.sees('button', `Delete: ${word}`);
        await expectFits(visit, path);
        await expectQuestionFits(visit, word);
      }
    },
  },
];

async function expectQuestionFits(visit: Visit, word: string): Promise<void> {
  const question = visit.page.getByRole('alertdialog');
  visit.page.once('dialog', (dialog) => void dialog.dismiss());
  await visit.press(`Delete: ${word}`);
  await expectFits(visit, 'the page with the question before deleting');
  const box = (await question.count()) > 0 ? await question.boundingBox() : null;
  if (box && box.x + box.width > PHONE.width)
    throw visit.fail(
      `the question within ${PHONE.width} pixels`,
      `it ends at ${Math.round(box.x + box.width)}`,
    );
}
