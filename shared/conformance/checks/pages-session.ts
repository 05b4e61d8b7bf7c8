import type { Check } from '../src/check.ts';
import { fillSignIn } from '../src/page-sign-in.ts';
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

/** Sessions that end, and how the pages look on which everybody begins. */
export const pagesSessionChecks: readonly Check[] = [
  {
    id: 'pages.session-renewed',
    since: '08b',
    capability: 'pages',
    needs: 'accounts',
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
    since: '08b',
    capability: 'pages',
    needs: 'accounts',
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
    id: 'pages.axe-accounts',
    since: '08b',
    capability: 'pages',
    needs: 'accounts',
    title: 'axe finds nothing on signing in and registering, in light and dark',
    why: 'Who cannot get through the door never sees how good the rest is.',
    hints: [
      'Which of your forms does everybody have to get through?',
      'Read the lines above: each names a rule and an element.',
      'Labels for all fields, autocomplete="email", "current-password", "new-password", 4.5 to 1 for every text.',
    ],
    async run(tracker) {
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
      }
    },
  },
  {
    id: 'pages.narrow-accounts',
    since: '08b',
    capability: 'pages',
    needs: 'accounts',
    title: 'at 320 pixels nothing of signing in, registering and the menu sticks out',
    why: 'Most people meet a sign-in page on a phone first.',
    hints: [
      'How wide is the narrowest phone you want to let in?',
      'In the device mode of the browser at 320 pixels look for what sticks out: the card, the fields, the menu.',
      'overflow-wrap: anywhere for addresses; max-width instead of width for the card and the menu.',
    ],
    async run(tracker) {
      const ana = await tracker.newcomer();
      const visit = await tracker.page({ path: '/register', signedIn: false, viewport: PHONE });
      await seesHeading(visit, 'Create an account');
      await expectFits(visit, 'registering');
      await follow(visit, 'Sign in');
      await seesHeading(visit, 'Sign in');
      await expectFits(visit, 'signing in');
      await fillSignIn(visit, ana);
      await expectView(visit, 'Tasks');
      await openMenu(visit, 'Ana');
      await expectFits(visit, 'the page with the open menu');
    },
  },
];
