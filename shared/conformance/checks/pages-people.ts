import type { Check } from '../src/check.ts';
import { expectThat } from '../src/expect.ts';
import { fillSignIn } from '../src/page-sign-in.ts';
import { readResources } from '../src/resource.ts';
import { seesAddress } from './page-accounts-steps.ts';
import { expectView } from './page-steps.ts';

/** Pages that more than one person uses, and programs that ask for them. */
export const pagesPeopleChecks: readonly Check[] = [
  {
    id: 'pages.head-signed-out',
    since: '08b',
    capability: 'pages',
    needs: 'accounts',
    title: 'HEAD of a page leads to signing in as GET does',
    why: 'HEAD asks what GET would say. Programs that look whether a link still leads somewhere believe the answer.',
    hints: [
      'What does your page answer to a HEAD of somebody who has not signed in? And to their GET?',
      'Look at what decides about the redirect: does it look at the method, or does it happen while the page is drawn?',
      'Redirect before anything is drawn, in the proxy: whoever brings no session goes to /sign-in, whatever the method.',
    ],
    async run({ fetchPage }) {
      for (const path of ['/tasks', '/leads?stage=new']) {
        const asked = await fetchPage(path, { signedIn: false });
        const redirects = [302, 303, 307].includes(asked.status);
        expectThat(asked, redirects, 'a redirect: 302, 303 or 307', asked.came);
        const head = await fetchPage(path, { method: 'HEAD', signedIn: false });
        const [expected, came] = [asked, head].map(
          (answer) => `${answer.status}   Location: ${answer.header('location') ?? '(not there)'}`,
        );
        expectThat(head, came === expected, `${expected}, as for GET`, came);
      }
    },
  },
  {
    id: 'pages.next-form',
    since: '08b',
    capability: 'pages',
    needs: 'accounts',
    title: 'after signing in nobody stands before the form for signing in again',
    why: 'Somebody who signs in and is asked to sign in believes that it did not work.',
    hints: [
      'Where does ?next=/sign-in lead somebody who has just signed in?',
      'Look at which of your own paths are a place to go on to.',
      'Take /tasks where next is /sign-in or /register, with a query, too; and lead whoever is signed in on from these two.',
    ],
    async run(tracker) {
      const person = await tracker.newcomer();
      for (const next of ['/sign-in', '/sign-in?next=/leads', '/register']) {
        const path = `/sign-in?next=${encodeURIComponent(next)}`;
        const visit = await tracker.page({ path, signedIn: false });
        await visit.type('Email', person.email);
        await visit.page.getByLabel('Password', { exact: true }).first().fill(person.password);
        await visit.press('Sign in');
        await seesAddress(visit, /^\/(tasks|leads)\b/, 'a page behind the form');
        await visit.page.context().clearCookies();
      }
    },
  },
  {
    id: 'pages.two-accounts',
    since: '08b',
    capability: 'pages',
    needs: 'accounts',
    title: 'what was typed under one name is never saved for another, who has signed in in another tab',
    why: 'Two people share a computer. What one of them wrote is not for the eyes of the other.',
    hints: [
      'All tabs share their cookies. Whose is a form that was opened before somebody else signed in?',
      'Look at what your action knows of who opened the form: anything at all?',
      'Put the id of the account into the form; when it is not the one of the session, refuse with a message, and save nothing.',
    ],
    async run(tracker) {
      const [ana, ben] = [await tracker.newcomer('ana'), await tracker.newcomer('ben')];
      const title = tracker.random.title();
      const visit = await tracker.page({ path: '/sign-in', signedIn: false });
      await fillSignIn(visit, ana);
      await expectView(visit, 'Tasks');
      await visit.type('New task', title);
      visit.tell('in another tab of the same browser sign out, and in as Ben');
      const context = visit.page.context();
      const cookies = await context.cookies();
      const values: Readonly<Record<string, string>> = { access: ben.access, refresh: ben.refresh };
      await context.addCookies(
        cookies.map((cookie) => ({ ...cookie, value: values[cookie.name] ?? cookie.value })),
      );
      await visit.press('Add task');
      const told = visit.page.getByRole('alert').filter({ hasText: /\S/ });
      await visit.until(
        'a word about it in an element of role alert, or the form for signing in',
        async () => (await told.count()) > 0 || visit.page.url().includes('/sign-in'),
        () => 'nothing is said',
      );
      const answer = await tracker.request('GET', '/tasks', { as: ben });
      const titles = readResources(answer.json(), answer, 'task').map((task) => task.title);
      expectThat(answer, !titles.includes(title), 'no task of Ben’s that Ana typed', answer.came);
    },
  },
];
