import type { Check } from '../src/check.ts';
import { keepsTyped, lacksAlert, seesAlert } from './page-alert.ts';
import { give, goTo, lacksItem, seesItem } from './page-steps.ts';

/** What the server refuses, and what happens when it does not answer. */
export const pageRefusedChecks: readonly Check[] = [
  {
    id: 'page.refused-long',
    since: '03',
    capability: 'page',
    title: 'a title of 201 characters: the refusal is told next to the form, and the title is still there',
    why: 'Whoever typed 201 characters will not type them again. Tell them what is wrong, and let them mend it.',
    hints: [
      'What does fetch do when the server answers 422: does it throw?',
      'Look at what follows your POST: do you look at response.ok before you empty the form?',
      'When !response.ok, put the detail of the problem into <p role="alert"> beside the form; call form.reset() only when it went well.',
    ],
    async run({ page, random }) {
      const title = random.letters(201);
      const visit = await page();

      await visit.type('New task', title, 'a title of 201 letters');
      await visit.press('Add task');

      await seesAlert(visit, 'New task', 'the refusal');
      await keepsTyped(visit, { 'New task': title });
      await lacksItem(visit, title, 'no task that the server refused');
    },
  },
  {
    id: 'page.refused-blank',
    since: '03',
    capability: 'page',
    title: 'a title of blanks alone: the refusal is told next to the form',
    why: 'A press that does nothing and says nothing makes people press again, harder.',
    hints: [
      'Whose task is it to say that a title is missing: the page, or the server?',
      'Look at what your submit listener does with a title of blanks: does it return without a word?',
      'Send what was typed and show what the server answers, in the element of role alert.',
    ],
    async run({ page }) {
      const visit = await page();

      await visit.type('New task', '   ', 'three blanks');
      await visit.press('Add task');

      await seesAlert(visit, 'New task', 'the refusal');
    },
  },
  {
    id: 'page.refused-email',
    since: '03',
    capability: 'page',
    title: 'a lead with a bad address: the refusal is told next to the form, and all three fields are kept',
    why: 'One wrong field is no reason to lose the two right ones.',
    hints: [
      'Which fields does your page empty, and when?',
      'Look at the form of the leads: does it treat a refusal as the form of the tasks does?',
      'Use the same code for both forms: empty it after an answer that is ok, show the alert otherwise.',
    ],
    async run({ page, random }) {
      const typed = { Name: random.name(), Email: 'ana..pop@@example', Company: random.company() };
      const visit = await page();
      await goTo(visit, 'Leads');

      for (const [field, text] of Object.entries(typed)) await visit.type(field, text);
      await visit.press('Add lead');

      const told = await visit.find('textbox', 'Email').evaluate(toldByBrowser);
      if (!told) await seesAlert(visit, 'Name', 'the refusal');
      await keepsTyped(visit, typed);
      await lacksItem(visit, typed.Name, 'no lead that the server refused');
    },
  },
  {
    id: 'page.refused-over',
    since: '03',
    capability: 'page',
    title: 'the message goes away once it went well',
    why: 'An old message beside a new success makes people doubt both.',
    hints: [
      'When does your message appear, and when does it go?',
      'Look at the way of a request that went well: does it touch the alert at all?',
      'Hide the alert (alert.hidden = true) or empty it when an answer is ok.',
    ],
    async run({ page, random }) {
      const title = random.title();
      const visit = await page();
      await visit.type('New task', '   ', 'three blanks');
      await visit.press('Add task');
      await seesAlert(visit, 'New task', 'the refusal');

      await visit.type('New task', title);
      await visit.press('Add task');

      await seesItem(visit, title);
      await lacksAlert(visit, 'New task');
    },
  },
  {
    id: 'page.refused-gone',
    since: '03',
    capability: 'page',
    title: 'a task that another tab has deleted: Done is refused with a message, or the task goes',
    why: 'What the page shows is always a moment old. It must cope when the server knows better.',
    hints: [
      'What does the server answer for a task that is gone, and what does your page do then?',
      'Look at the listeners of the buttons in the list: do they look at the answer as the form does?',
      "Treat every request alike: when !response.ok, show the problem's detail in the alert of the view.",
    ],
    async run(tracker) {
      const title = tracker.random.title();
      const id = await give(tracker, '/tasks', { title });
      const visit = await tracker.page();
      await seesItem(visit, title);
      await tracker.request('DELETE', `/tasks/${id}`);

      await visit.press(`Done: ${title}`);

      const gone = async (): Promise<boolean> =>
        (await visit.find('button', `Delete: ${title}`).count()) === 0;
      await Promise.any([
        seesAlert(visit, 'New task', 'the refusal'),
        visit.until('the task gone', gone),
      ]).catch(async () => {
        throw await visit.refute('a message of role alert, or the task gone from the list');
      });
    },
  },
  {
    id: 'page.unreachable-add',
    since: '03',
    capability: 'page',
    title: 'when the server cannot be reached, adding says so, and nothing typed is lost, on both views',
    why: 'Networks fail, servers restart. A page that says so is trusted; one that is silent loses work.',
    hints: [
      'What does fetch do when there is no server to answer: is that an answer, too?',
      'Look at your requests: who catches the error that fetch throws?',
      'Wrap the request in try and catch, and show "The tracker does not answer. Try again." in the alert; do not empty the form.',
    ],
    async run({ page, random }) {
      const title = random.title();
      const typed = { Name: random.name(), Company: random.company() };
      const visit = await page();
      await goTo(visit, 'Leads');
      await goTo(visit, 'Tasks');
      await visit.sees('button', 'Add task');

      visit.tell('stop the server');
      await visit.page.context().setOffline(true);
      await visit.type('New task', title);
      await visit.press('Add task');
      await seesAlert(visit, 'New task', 'a message that the server does not answer');
      await keepsTyped(visit, { 'New task': title });

      visit.tell('start the server again');
      await visit.page.context().setOffline(false);
      await goTo(visit, 'Leads');
      visit.tell('stop the server');
      await visit.page.context().setOffline(true);
      for (const [field, text] of Object.entries(typed)) await visit.type(field, text);
      await visit.press('Add lead');
      await seesAlert(visit, 'Name', 'a message that the server does not answer');
      await keepsTyped(visit, typed);
    },
  },
  {
    id: 'page.unreachable-change',
    since: '03',
    capability: 'page',
    title: 'when the server cannot be reached, Done says so, and the task stays as it is',
    why: 'A task that looks done and is not will be forgotten.',
    hints: [
      'What does the list show when the PATCH never arrived?',
      'Look at Done: is the item changed before the answer, and who changes it back?',
      'Change the list after the answer; or keep what it was, and put it back when the request fails, with a message.',
    ],
    async run(tracker) {
      const title = tracker.random.title();
      await give(tracker, '/tasks', { title });
      const visit = await tracker.page();
      await visit.sees('button', `Done: ${title}`);

      visit.tell('stop the server');
      await visit.page.context().setOffline(true);
      await visit.press(`Done: ${title}`);

      await seesAlert(visit, 'New task', 'a message that the server does not answer');
      await visit.sees('button', `Done: ${title}`);
      await visit.lacks('button', `Reopen: ${title}`, 'the task still open, as it is on the server');
    },
  },
];

// A browser that knows the rule from the field's type tells of it itself, and nothing is sent.
function toldByBrowser(field: Element): boolean {
  return field instanceof HTMLInputElement && field.form?.noValidate === false && !field.validity.valid;
}
