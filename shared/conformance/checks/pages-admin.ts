import type { Check } from '../src/check.ts';
import { fillSignIn } from '../src/page-sign-in.ts';
import type { Person } from '../src/people.ts';
import type { Visit } from '../src/visit.ts';
import { create, type Send, TASKS } from './kinds.ts';
import { follow, openMenu, seesHeading } from './page-accounts-steps.ts';
import { COLOUR_RULES, expectNoViolations, WCAG } from './page-axe.ts';
import { expectView, lacksItem, seesItem, serverHas } from './page-steps.ts';
import { expectFits } from './style.ts';

const PHONE = { width: 320, height: 640 };

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

/** The pages that only an admin sees. */
export const pagesAdminChecks: readonly Check[] = [
  {
    id: 'pages.admin',
    since: '08c',
    capability: 'pages',
    needs: 'admin',
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
    id: 'pages.admin-changes',
    since: '08c',
    capability: 'pages',
    needs: 'admin',
    title: 'an admin finishes and deletes a task of somebody else on the page of that person',
    why: 'Help that needs curl is help for programmers.',
    hints: [
      'Somebody asks you to mark a task of theirs as done. Where on your page can you?',
      'Look at the page of a person’s tasks: does it show them, or can one work with them?',
      'The rows and buttons of the list, with actions that ask /admin/users/:id/tasks/:itemId.',
    ],
    async run(tracker) {
      const [admin, ben] = [await tracker.admin(), await tracker.newcomer('ben')];
      const send: Send = (method, path, options) => tracker.request(method, path, { ...options, as: ben });
      const [one, two] = [tracker.random.title(), tracker.random.title()];
      for (const title of [one, two]) await create(send, TASKS, tracker.random, { title });
      const visit = await tracker.page({ path: '/sign-in', signedIn: false });
      await fillSignIn(visit, admin);
      await expectView(visit, 'Tasks');
      await visit.open(new URL(`/admin/users/${ben.id}/tasks`, visit.page.url()).href);
      await visit.press(`Done: ${one}`);
      await visit.sees('button', `Reopen: ${one}`);
      await serverHas(
        { request: send },
        '/tasks',
        (text) => text.includes('"done"'),
        'the task of Ben’s, done',
      );
      await visit.press(`Delete: ${two}`);
      await visit.press('Delete'); // in the dialog that asks
      await lacksItem(visit, two, 'the deleted task to go');
      await serverHas(
        { request: send },
        '/tasks',
        (text) => !text.includes(two),
        'the other task of Ben’s, gone',
      );
    },
  },
  {
    id: 'pages.axe-admin',
    since: '08c',
    capability: 'pages',
    needs: 'admin',
    title: 'axe finds nothing on the page of the admin, in light and dark',
    why: 'Admins see with screen readers, too, and work with the keyboard; and they can break the most.',
    hints: [
      'What does a screen reader say in the third column of the fifth row of your table?',
      'Read the lines above: each names a rule and an element.',
      'th scope="col" and scope="row" in a table, names for selects and buttons, 4.5 to 1 for every text.',
    ],
    async run(tracker) {
      const admin = await tracker.admin();
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
        await openAdmin(visit, admin);
        await expectNoViolations(visit, rules, `the page of the admin, ${colorScheme}`);
        await visit.page.context().clearCookies();
      }
    },
  },
  {
    id: 'pages.narrow-admin',
    since: '08c',
    capability: 'pages',
    needs: 'admin',
    title: 'at 320 pixels nothing of the page of the admin sticks out',
    why: 'The call that somebody cannot get in comes when the only thing at hand is a phone.',
    hints: [
      'How wide is a table of people with seven columns on a phone?',
      'In the device mode of the browser at 320 pixels look for what sticks out: the table, addresses, buttons.',
      'Let a table scroll inside a box of its own or become a list; overflow-wrap: anywhere for addresses.',
    ],
    async run(tracker) {
      const admin = await tracker.admin();
      await tracker.newcomer('cleo');
      const visit = await tracker.page({ path: '/sign-in', signedIn: false, viewport: PHONE });
      await openAdmin(visit, admin);
      await expectFits(visit, 'the page of the admin');
    },
  },
];
