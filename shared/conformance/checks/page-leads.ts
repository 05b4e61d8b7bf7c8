import type { Check } from '../src/check.ts';
import type { Visit } from '../src/visit.ts';
import { change, give, goTo, itemOf, seesItem, serverHas, spoken } from './page-steps.ts';

const STAGES = ['New', 'Contacted', 'Qualified', 'Won', 'Lost'] as const;
type StageName = (typeof STAGES)[number];

// How a new lead comes to each stage, and the steps that the pipeline allows from there.
const PIPELINE: readonly { stage: StageName; path: readonly string[]; steps: readonly StageName[] }[] = [
  { stage: 'New', path: [], steps: ['Contacted', 'Lost'] },
  { stage: 'Contacted', path: ['contacted'], steps: ['Qualified', 'Lost'] },
  { stage: 'Qualified', path: ['contacted', 'qualified'], steps: ['Won', 'Lost'] },
  { stage: 'Won', path: ['contacted', 'qualified', 'won'], steps: [] },
  { stage: 'Lost', path: ['lost'], steps: ['New'] },
];

/** Leads on the page: added, and moved through the pipeline. */
export const pageLeadChecks: readonly Check[] = [
  {
    id: 'page.lead-add',
    since: '03',
    capability: 'page',
    title: 'a lead is added with Name, Email and Company, or with its name alone',
    why: 'The name is all one has at the beginning; a form that insists on more is filled with nonsense.',
    hints: [
      'What does your form send for a field that was left empty, and what does the server think of it?',
      'Look at the body of the POST: an empty text is not a valid address, null is no address.',
      'Send { name, email: email || null, company: company || null }.',
    ],
    async run(tracker) {
      const { page, random } = tracker;
      const [full, bare] = [random.name(), random.name()];
      const [email, company] = [random.email(), random.company()];
      const visit = await page();
      await goTo(visit, 'Leads');

      await visit.type('Name', full);
      await visit.type('Email', email);
      await visit.type('Company', company);
      await visit.press('Add lead');
      await seesItem(visit, full);
      await serverHas(tracker, '/leads', (text) => text.includes(full), 'the lead kept by the server');
      await visit.reload();
      await goTo(visit, 'Leads');
      await visit.type('Name', bare);
      await visit.press('Add lead');
      await seesItem(visit, bare);

      for (const typed of [full, email, company, bare]) {
        const holds = (text: string): boolean => text.includes(typed);
        await serverHas(tracker, '/leads', holds, `"${typed}", as it was typed, kept by the server`);
      }
    },
  },
  {
    id: 'page.lead-steps',
    since: '03',
    capability: 'page',
    title: 'each lead shows its stage and offers exactly the steps that the pipeline allows',
    why: 'A button that is bound to be refused is a trap; one that is missing is a dead end.',
    hints: [
      'Which steps are allowed from new, from lost, from won?',
      'Look at where the buttons of a lead are drawn: do they depend on its stage?',
      'Keep a table { new: ["contacted", "lost"], … } and draw one button "‹Step›: ‹name›" for each entry of the lead\'s stage.',
    ],
    async run(tracker) {
      const leads = PIPELINE.map(({ stage, path, steps }) => ({
        ...{ name: `${tracker.random.token()} Pop`, stage, path, steps },
      }));
      for (const { name, path } of leads) {
        const id = await give(tracker, '/leads', { name });
        for (const stage of path) await change(tracker, `/leads/${id}`, { stage });
      }
      const visit = await tracker.page();
      await goTo(visit, 'Leads');

      for (const { name, stage, steps } of leads) {
        const item = await seesItem(visit, name);
        const heard = (await spoken(item)).replaceAll(name, '');
        if (!new RegExp(`\\b${stage}\\b`, 'i').test(heard))
          throw visit.fail(`the lead "${name}" with its stage, ${stage}`, `its item says:\n${heard}`);
        await expectSteps(visit, name, steps);
      }
    },
  },
  {
    id: 'page.lead-move',
    since: '03',
    capability: 'page',
    title: 'a step moves the lead on, and the next steps are offered',
    why: 'The pipeline is the work: one press a step, and the page keeps up.',
    hints: [
      'What has to change on the page when a lead moves on?',
      'Look at what happens after the PATCH: are the stage and the buttons drawn again?',
      'PATCH /leads/‹id› with { stage }, then draw the lead again from the answer.',
    ],
    async run(tracker) {
      const name = tracker.random.name();
      const id = await give(tracker, '/leads', { name });
      const visit = await tracker.page();
      await goTo(visit, 'Leads');

      for (const { stage, steps } of PIPELINE.slice(0, 4)) {
        await expectSteps(visit, name, steps);
        const [next] = steps;
        if (next !== undefined) await visit.press(`${next}: ${name}`);
        else if (stage !== 'Won') throw visit.fail('a further step', 'none');
      }
      const won = (text: string): boolean => /"stage"\s*:\s*"won"/.test(text);
      await serverHas(tracker, `/leads/${id}`, won, 'the stage won, kept by the server');
    },
  },
];

/** Waits until the lead offers these steps and no others. */
async function expectSteps(visit: Visit, name: string, steps: readonly StageName[]): Promise<void> {
  const offered = async (): Promise<string[]> => {
    const all = await Promise.all(
      STAGES.map(async (stage) =>
        (await itemOf(visit, name)
          .getByRole('button', { name: `${stage}: ${name}`, exact: true })
          .count()) > 0
          ? [stage]
          : [],
      ),
    );
    return all.flat();
  };
  const list = (names: readonly string[]): string =>
    names.map((one) => `"${one}: ${name}"`).join(', ') || 'none';
  await visit.until(
    `the steps ${list(steps)}`,
    async () => (await offered()).toSorted().join() === steps.toSorted().join(),
    async () => `the steps ${list(await offered())}`,
  );
}
