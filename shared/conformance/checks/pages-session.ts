import type { Check } from '../src/check.ts';
import { fillSignIn } from '../src/page-sign-in.ts';
import type { Person } from '../src/people.ts';
import type { Visit } from '../src/visit.ts';
import type { Send } from './kinds.ts';
import { follow, openMenu, seesHeading } from './page-accounts-steps.ts';
import { keepsTyped, seesAlert } from './page-alert.ts';
import { COLOUR_RULES, expectNoViolations, WCAG } from './page-axe.ts';
import { expectView, seesItem, serverHas } from './page-steps.ts';
import { expectFits } from './style.ts';

const PHONE = { width: 320, height: 640 };

/** Forgets cookies as a browser does when they are too old. */
async function forget(visit: Visit, name?: string): Promise<void> {
  visit.tell(name === undefined ? 'delete all cookies of the page' : `delete the cookie ${name} of the page`);
  await visit.page.context().clearCookies(name === undefined ? {} : { name });
}

/** Signs in and opens the page of the admin by its link. */
async function openAdmin(visit: Visit, admin: Person): Promise<void> {
  await fillSignIn(visit, admin);
  await expectView(visit, 'Tasks');
  const name = /Account: (.+)/.exec(
    (await visit.page
      .getByText(/^Account: /)
      .first()
      .textContent()) ?? '',
  );
  await openMenu(visit, name?.[1]?.trim() ?? '');
  await follow(visit, 'Admin');
  await seesHeading(visit, 'Users');
}

/** Sessions that end, the page of the admin, and how the new pages look. */
export const pagesSessionChecks: readonly Check[] = [
  {
    id: 'pages.session-renewed',
    since: '08',
    capability: 'pages',
    title: 'when the access token has ended the page renews the session, and nobody notices',
    why: 'A quarter of an hour is shorter than most people work. Whoever is thrown out in the middle does not come back gladly.',
    hints: [
      'Fifteen minutes later somebody presses a button. What does your page do with the 401?',
      'Look at where the page asks the API: can it ask for a new session in between, and ask again?',
      'On a 401 send the refresh token to /auth/refresh, hand the new cookies to the browser, and repeat the request, once.',
    ],
    async run(tracker) {
      // A session of its own: what is replaced here cannot be used by the next check any more.
      const person = await tracker.newcomer();
      const title = tracker.random.title();
      const visit = await tracker.page({ path: '/sign-in', signedIn: false });
      await fillSignIn(visit, person);
      await visit.type('New task', title);
      await forget(visit, 'access');
      await visit.press('Add task');
      await seesItem(visit, title);
      const request: Send = (method, path, options) =>
        tracker.request(method, path, { ...options, as: person });
      await serverHas({ request }, '/tasks', (text) => text.includes(title), 'the task kept by the server');
      await forget(visit, 'access');
      await visit.reload();
      await expectView(visit, 'Tasks');
      await seesItem(visit, title);
    },
  },
  {
    id: 'pages.session-ended',
    since: '08',
    capability: 'pages',
    title: 'when the session has ended the form says so, and nothing typed is lost',
    why: 'A text that took ten minutes is worth more than the redirect that throws it away.',
    hints: [
      'Somebody writes for an hour, and the session ends meanwhile. What becomes of the text?',
      'Look at what your action does on a 401 that cannot be renewed: redirect, or tell?',
      'Return a message ("Your session has ended …", with a link to signing in) and the typed values, as for any other refusal.',
    ],
    async run(tracker) {
      const title = tracker.random.title();
      const visit = await tracker.page({ path: '/tasks' });
      await visit.type('New task', title);
      await forget(visit);
      await visit.press('Add task');
      await seesAlert(visit, 'New task', 'that the session has ended');
      await keepsTyped(visit, { 'New task': title });
    },
  },
  {
    id: 'pages.admin',
    since: '08',
    capability: 'pages',
    title: 'an admin finds the people behind the link Admin; others find neither link nor page',
    why: 'A link that leads to a refusal is a promise that is not kept; a page that anybody can open is worse.',
    hints: [
      'Who sees the link, and who sees the page that it leads to?',
      'Look at where the role is known when the menu is drawn, and at what /admin does with a 403.',
      'Draw the link when me.role is "admin"; the page reads GET /admin/users, and a 403 is answered with notFound().',
    ],
    async run(tracker) {
      const [admin, ben] = [await tracker.admin(), await tracker.newcomer('ben')];
      const visit = await tracker.page({ path: '/sign-in', signedIn: false });
      await openAdmin(visit, admin);
      await seesItem(visit, ben.email);

      await visit.page.context().clearCookies();
      await visit.open(new URL('/sign-in', visit.page.url()).href);
      await fillSignIn(visit, ben);
      await openMenu(visit, 'Ben');
      await visit.lacks('link', 'Admin', 'no link Admin for somebody who is none');
      await visit.open(new URL('/admin', visit.page.url()).href);
      await visit.lacks('heading', 'Users', 'no list of people for somebody who is no admin');
      const text = await visit.page.locator('body').textContent();
      if (text?.includes(admin.email)) throw visit.fail('nothing of other people', admin.email);
    },
  },
  {
    id: 'pages.axe-accounts',
    since: '08',
    capability: 'pages',
    title: 'axe finds nothing on signing in, registering and the page of the admin, in light and dark',
    why: 'Who cannot get through the door never sees how good the rest is.',
    hints: [
      'Which of your forms does everybody have to get through?',
      'Read the lines above: each names a rule and an element.',
      'Labels for all fields, autocomplete="email", "current-password", "new-password", 4.5 to 1 for every text, th scope in tables.',
    ],
    async run(tracker) {
      const admin = await tracker.admin();
      // In the dark only the colours can be wrong that were right in the light.
      for (const [colorScheme, rules] of [
        ['light', WCAG],
        ['dark', COLOUR_RULES],
      ] as const) {
        const visit = await tracker.page({
          path: '/sign-in',
          signedIn: false,
          reducedMotion: 'reduce',
          colorScheme,
        });
        await visit.press('Sign in');
        await expectNoViolations(visit, rules, `signing in, ${colorScheme}`);
        await follow(visit, 'Create an account');
        await seesHeading(visit, 'Create an account');
        await expectNoViolations(visit, rules, `registering, ${colorScheme}`);
        await follow(visit, 'Sign in');
        await openAdmin(visit, admin);
        await expectNoViolations(visit, rules, `the page of the admin, ${colorScheme}`);
        await visit.page.context().clearCookies();
      }
    },
  },
  {
    id: 'pages.narrow-accounts',
    since: '08',
    capability: 'pages',
    title: 'at 320 pixels nothing of signing in, registering, the menu and the admin sticks out',
    why: 'Most people meet a sign-in page on a phone first.',
    hints: [
      'How wide is a table of people with seven columns on a phone?',
      'In the device mode of the browser at 320 pixels look for what sticks out: tables, addresses, the menu.',
      'Let a table scroll inside a box of its own or become a list; overflow-wrap: anywhere for addresses; max-width for the menu.',
    ],
    async run(tracker) {
      const admin = await tracker.admin();
      await tracker.newcomer('cleo');
      const visit = await tracker.page({ path: '/register', signedIn: false, viewport: PHONE });
      await seesHeading(visit, 'Create an account');
      await expectFits(visit, 'registering');
      await follow(visit, 'Sign in');
      await seesHeading(visit, 'Sign in');
      await expectFits(visit, 'signing in');
      await openAdmin(visit, admin);
      await expectFits(visit, 'the page of the admin');
      const name =
        (await visit.page
          .getByText(/^Account: /)
          .first()
          .textContent()) ?? '';
      await openMenu(visit, name.replace(/^\s*Account: /, '').trim());
      await expectFits(visit, 'the page with the open menu');
    },
  },
];
