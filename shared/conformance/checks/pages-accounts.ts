import type { Check } from '../src/check.ts';
import { fillSignIn, typePassword } from '../src/page-sign-in.ts';
import { PASSWORD } from '../src/people.ts';
import {
  addressOf,
  follow,
  openMenu,
  registerAtPage,
  seesAddress,
  seesHeading,
} from './page-accounts-steps.ts';
import { keepsTyped, seesAlert } from './page-alert.ts';
import { tabTo } from './page-keyboard.ts';
import { expectView, give, seesItem } from './page-steps.ts';

/** Signing in and out on the page: first of the page's checks, because the others are done by somebody who has. */
export const pagesAccountChecks: readonly Check[] = [
  {
    id: 'pages.sign-in-first',
    since: '08b',
    capability: 'pages',
    needs: 'accounts',
    title: 'without a session every page leads to signing in, and from there to where one wanted to go',
    why: 'Somebody follows a link in an e-mail. After signing in they want that page, and not the first one.',
    hints: [
      'Where does somebody end who opens a bookmark and is not signed in? And after signing in?',
      'Look at where your pages learn that nobody is signed in: in each of them, or in one place before all?',
      'Redirect to /sign-in?next=… with the path that was asked for; after signing in redirect to it, when it is a path of your own.',
    ],
    async run(tracker) {
      const person = await tracker.newcomer();
      const id = await give(tracker, '/tasks', { title: tracker.random.title() });
      const visit = await tracker.page({ path: '/leads', signedIn: false });
      await seesHeading(visit, 'Sign in');
      for (const path of ['/', '/tasks', `/tasks/${id}`, '/leads?stage=new']) {
        await visit.open(new URL(path, visit.page.url()).href);
        await seesAddress(visit, /^\/sign-in\b/, 'the address /sign-in, with where one wanted to go');
      }
      await seesHeading(visit, 'Sign in');
      await fillSignIn(visit, person);
      await seesAddress(visit, /^\/leads\?stage=new$/, 'the page that was asked for: /leads?stage=new');
      await expectView(visit, 'Leads');
    },
  },
  {
    id: 'pages.sign-in-refused',
    since: '08b',
    capability: 'pages',
    needs: 'accounts',
    title: 'a wrong password is told next to the form, and the address is kept',
    why: 'People mistype passwords all the time. To type the address once more is one time too many.',
    hints: [
      'What does your page show when signing in fails, and what is still in the fields?',
      'Look at what the action returns after a 401.',
      'Return { message, values: { email } } from the action: the message in an element of role alert, the address as default value; never the password.',
    ],
    async run(tracker) {
      const { email } = await tracker.newcomer();
      for (const javaScriptEnabled of [true, false]) {
        const visit = await tracker.page({ path: '/sign-in', signedIn: false, javaScriptEnabled });
        await visit.type('Email', email);
        await typePassword(visit, 'wrong horse battery');
        await visit.press('Sign in');
        await seesAlert(visit, 'Email', 'the refusal');
        await keepsTyped(visit, { Email: email });
        await seesAddress(visit, /^\/sign-in\b/, 'the page for signing in');
      }
    },
  },
  {
    id: 'pages.next-stays',
    since: '08b',
    capability: 'pages',
    needs: 'accounts',
    title: 'after signing in nobody is sent to another site, whatever the address says',
    why: 'A link to your own sign-in page that ends at a copy of it elsewhere: this is how passwords are fished.',
    hints: [
      'Who writes what stands in ?next=, your page or anybody at all?',
      'Look at the redirect after signing in: does it go wherever it is told?',
      'Accept a path that begins with one / and not with // or /\\; new URL(next, origin).origin must be your own.',
    ],
    async run(tracker) {
      const person = await tracker.newcomer();
      for (const next of ['https://elsewhere.example/', '//elsewhere.example/', '/\\elsewhere.example/']) {
        const path = `/sign-in?next=${encodeURIComponent(next)}`;
        const visit = await tracker.page({ path, signedIn: false });
        await fillSignIn(visit, person).catch(() => {});
        const { hostname } = new URL(visit.page.url());
        const foreign = visit.foreign[0] ?? (hostname === '127.0.0.1' ? undefined : visit.page.url());
        if (foreign !== undefined)
          throw visit.fail('to stay at the tracker', `the browser went to ${foreign}`);
        await expectView(visit, 'Tasks');
        await visit.page.context().clearCookies();
      }
    },
  },
  {
    id: 'pages.register',
    since: '08b',
    capability: 'pages',
    needs: 'accounts',
    title: 'registering leads straight in; an address that is taken is told, and nothing typed is lost',
    why: 'The first minute decides. A form that forgets what was typed is where many leave.',
    hints: [
      'What does somebody new have to do until they can write down their first task?',
      'Look at what your action does after a 201, and after a 409 or a 422.',
      'After 201 set the cookies of the answer and redirect; otherwise return the message and the values, without the password.',
    ],
    async run(tracker) {
      const taken = await tracker.newcomer();
      const [name, email] = [tracker.random.name(), tracker.random.email()];
      const visit = await tracker.page({ path: '/sign-in', signedIn: false });
      await follow(visit, 'Create an account');
      await seesHeading(visit, 'Create an account');
      await registerAtPage(visit, { name, email: taken.email });
      await seesAlert(visit, 'Email', 'the refusal: somebody has this address');
      await keepsTyped(visit, { Name: name, Email: taken.email });
      await registerAtPage(visit, { name, email, password: 'too short' });
      await seesAlert(visit, 'Email', 'the refusal: the password is too short');
      await keepsTyped(visit, { Name: name, Email: email });

      await registerAtPage(visit, { name, email });
      await expectView(visit, 'Tasks');
      const title = tracker.random.title();
      await visit.type('New task', title);
      await visit.press('Add task');
      await seesItem(visit, title);
    },
  },
  {
    id: 'pages.sign-out',
    since: '08b',
    capability: 'pages',
    needs: 'accounts',
    title: 'the menu of the account tells who one is, and signs out, with the keyboard alone, too',
    why: 'On a borrowed machine the way out has to be found quickly, and has to be one.',
    hints: [
      'How does somebody see as whom they are signed in, and how do they leave?',
      'Look at the menu: is what opens it a button or a summary that Tab reaches and Enter presses?',
      '<details><summary>Account: Ana</summary> with the address and a form whose action signs out; then redirect to /sign-in.',
    ],
    async run(tracker) {
      const [name, email] = [tracker.random.name(), tracker.random.email()];
      const visit = await tracker.page({ path: '/register', signedIn: false });
      await registerAtPage(visit, { name, email });
      await expectView(visit, 'Tasks');

      await openMenu(visit, name);
      await visit.until('the e-mail address in the menu', () =>
        visit.page.getByText(email, { exact: false }).first().isVisible(),
      );
      await tabTo(visit, visit.find('button', 'Sign out'), 'the button Sign out');
      await visit.key('Enter');
      await seesHeading(visit, 'Sign in');
      await visit.open(new URL('/tasks', visit.page.url()).href);
      await seesHeading(visit, 'Sign in');
    },
  },
  {
    id: 'pages.no-script-accounts',
    since: '08b',
    capability: 'pages',
    needs: 'accounts',
    title: 'with scripts off one registers, adds a task, signs out and signs in again',
    why: 'The door is the last place where a script may be needed: before it, nothing has been loaded yet.',
    hints: [
      'Which parts of signing in need a script, and why?',
      'Look at the forms: does each have an action that the server knows?',
      'Forms with server actions work without scripts; a menu of <details> opens without them as well.',
    ],
    async run(tracker) {
      const [name, email, title] = [tracker.random.name(), tracker.random.email(), tracker.random.title()];
      const visit = await tracker.page({ path: '/register', signedIn: false, javaScriptEnabled: false });
      await registerAtPage(visit, { name, email });
      await expectView(visit, 'Tasks');
      await visit.type('New task', title);
      await visit.press('Add task');
      await seesItem(visit, title);
      await openMenu(visit, name);
      await visit.press('Sign out');
      await seesHeading(visit, 'Sign in');
      await fillSignIn(visit, { email, password: PASSWORD });
      await expectView(visit, 'Tasks');
      await seesItem(visit, title);
      if (!/^\/(tasks)?$/.test(addressOf(visit))) throw visit.fail('the tasks', addressOf(visit));
    },
  },
];
