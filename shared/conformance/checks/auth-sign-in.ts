import type { Check } from '../src/check.ts';
import { readCookie } from '../src/cookies.ts';
import { expectFields, expectThat } from '../src/expect.ts';
import { expectObject, expectStatus } from '../src/expect-http.ts';
import type { Answer } from '../src/http.ts';
import { PASSWORD, readSession } from '../src/people.ts';
import { Retold } from '../src/retold.ts';
import { expectShape } from '../src/shape.ts';
import { cookieLines, expectStranger, ME, ROUTES, refresh, signOut } from './accounts-steps.ts';

const AGES = { access: 15 * 60, refresh: 30 * 24 * 3600 };

/** Throws a Failure unless both cookies come as the contract says. */
function expectCookies(answer: Answer): void {
  readSession(answer, 'ana');
  for (const [name, age] of Object.entries(AGES)) {
    const attributes = readCookie(answer, name)?.attributes ?? new Map<string, string>();
    const wanted: [string, string][] = [
      ['HttpOnly', ''],
      ['SameSite', 'Lax'],
      ['Path', name === 'access' ? '/' : '/auth'],
      ['Max-Age', String(age)],
    ];
    for (const [attribute, value] of wanted) {
      const came = attributes.get(attribute.toLowerCase());
      const right = value === '' ? came !== undefined : came?.toLowerCase() === value.toLowerCase();
      const expected = `the cookie ${name} with ${attribute}${value === '' ? '' : `=${value}`}`;
      expectThat(answer, right, expected, cookieLines(answer));
    }
  }
}

/** Registering, signing in and out: first of all, because everything else is asked by somebody who did. */
export const authSignInChecks: readonly Check[] = [
  {
    id: 'auth.register',
    since: '08b',
    capability: 'accounts',
    title: 'POST /auth/register answers 201 with the account, and signs in',
    why: 'Somebody who has just typed a password should not have to type it again; so registering begins a session.',
    hints: [
      'What does the page need to know about somebody who has just registered, and what must it never be told?',
      'Look at what your route answers: a Location, the account without its password, and two cookies?',
      'Store the hash, begin a session, and answer 201 with Location: /auth/me and { id, email, name, role: "user" }.',
    ],
    async run({ request, random }) {
      const json = { email: random.email(), password: PASSWORD, name: `  ${random.name()} ` };
      const answer = await request('POST', '/auth/register', { json, as: 'nobody' });

      const account = expectObject(answer, 201);
      expectShape(answer, account, ME, 'the account');
      const expected = { email: json.email, name: json.name.trim(), role: 'user' };
      expectFields(answer, account, expected, 'the account as it was registered, a user');
      const location = answer.header('location');
      expectThat(
        answer,
        location === '/auth/me',
        'Location: /auth/me',
        `Location: ${location ?? '(not there)'}`,
      );
      const session = readSession(answer, 'ana');
      const me = await request('GET', '/auth/me', { as: session });
      expectFields(me, expectObject(me, 200), account, 'the same account, asked with its session');
    },
  },
  {
    id: 'auth.cookies',
    since: '08b',
    capability: 'accounts',
    title: 'both cookies are HttpOnly and SameSite=Lax, each with its path and its age',
    why: 'HttpOnly hides them from scripts, SameSite from other sites; the path sends the stronger one only where it is needed.',
    hints: [
      'Who should be able to read the cookies, which requests should carry them, and for how long?',
      'Look at every place that sets them: registering, signing in and refreshing, and the options of each.',
      'access: Path=/; Max-Age=900. refresh: Path=/auth; Max-Age=2592000. Both: HttpOnly; SameSite=Lax. Write them in one function.',
    ],
    async run({ request, random }) {
      const json = { email: random.email(), password: PASSWORD, name: random.name() };
      const registered = await request('POST', '/auth/register', { json, as: 'nobody' });
      expectStatus(registered, 201);
      expectCookies(registered);
      const { name: _, ...credentials } = json;
      const signedIn = await request('POST', '/auth/login', { json: credentials, as: 'nobody' });
      expectStatus(signedIn, 200);
      expectCookies(signedIn);
      const renewed = await refresh({ request }, readSession(signedIn, 'ana'));
      expectStatus(renewed, 204);
      expectCookies(renewed);
    },
  },
  {
    id: 'auth.needed',
    since: '08b',
    capability: 'accounts',
    title: 'without a session every address of tasks and leads answers 401',
    why: 'One door that was forgotten is enough. 401 says: tell me first who you are.',
    hints: [
      'Which of your routes know who is asking? How do you see that none was forgotten?',
      'Look at where the routes are put together: can the question be asked once, before all of them?',
      'Put one middleware in front of both routers that reads the access token and throws "unauthenticated" without one.',
    ],
    async run({ request, random }) {
      for (const [method, path] of [...ROUTES, ['GET', '/auth/me'] as const]) {
        const json = path.startsWith('/leads') ? { name: random.name() } : { title: random.title() };
        const body = method === 'POST' || method === 'PATCH' ? { json } : {};
        const answer = await request(method, path, { as: 'nobody', ...body });
        expectStranger(answer, 'nobody is signed in');
        const challenge = answer.header('www-authenticate');
        const came = `WWW-Authenticate: ${challenge ?? '(not there)'}`;
        expectThat(answer, /^Bearer\b/i.test(challenge ?? ''), '401 with WWW-Authenticate: Bearer', came);
      }
    },
  },
  {
    id: 'auth.login',
    since: '08b',
    capability: 'accounts',
    title: 'POST /auth/login answers 200 with the account and a session beside the others',
    why: 'People sign in at home and at work. The one must not throw out the other.',
    hints: [
      'One account, two browsers: how many sessions is that?',
      'Look at what signing in stores: does it replace what was there before?',
      'Insert a new session row at every sign-in; answer 200 with the same body as registering.',
    ],
    async run({ request, newcomer }) {
      const person = await newcomer();
      const { email, password } = person;
      const answer = await request('POST', '/auth/login', { json: { email, password }, as: 'nobody' });

      const account = expectObject(answer, 200);
      expectShape(answer, account, ME, 'the account');
      expectFields(answer, account, { id: person.id, email }, 'the account that was registered');
      for (const session of [readSession(answer, 'ana'), person]) {
        const me = await request('GET', '/auth/me', { as: session });
        expectFields(me, expectObject(me, 200, 'both sessions hold'), { id: person.id }, 'the same account');
      }
    },
  },
  {
    id: 'auth.bearer',
    since: '08b',
    capability: 'accounts',
    title: 'the access token is taken as Authorization: Bearer, too',
    why: 'Programs and phones keep no cookies. They send what they were given in a header (RFC 6750).',
    hints: [
      'Where does a program without cookies put its token?',
      'Look at the place where the token is read: does it know one way or two?',
      'Take the cookie access, or else what follows "Bearer " in the header Authorization.',
    ],
    async run({ request, random }) {
      const json = { email: random.email(), password: PASSWORD, name: random.name() };
      const { access } = readSession(await request('POST', '/auth/register', { json, as: 'nobody' }), 'ana');
      const headers = { Authorization: `Bearer ${access}` };
      const told = { sent: 'GET /auth/me   Authorization: Bearer, and the access token', again: undefined };
      const me = new Retold(await request('GET', '/auth/me', { as: 'nobody', headers }), told);
      expectFields(me, expectObject(me, 200), { email: json.email }, 'the account whose token it is');
    },
  },
  {
    id: 'auth.logout',
    since: '08b',
    capability: 'accounts',
    title: 'POST /auth/logout answers 204, clears the cookies, and ends access at once',
    why: 'Whoever signs out on a borrowed machine means now, not in fifteen minutes. The other sessions go on.',
    hints: [
      'A JWT is valid until it expires. Who can end it before?',
      'Look at what signing out does: does it only clear cookies, or does the server remember something?',
      'Mark the session as ended in the database, ask for that at every request, and send both cookies with Max-Age=0.',
    ],
    async run({ request, newcomer }) {
      const person = await newcomer();
      const { email, password } = person;
      const other = readSession(
        await request('POST', '/auth/login', { json: { email, password }, as: 'nobody' }),
        'ana',
      );

      const answer = await signOut({ request }, person);
      expectStatus(answer, 204);
      for (const name of ['access', 'refresh']) {
        const attributes = readCookie(answer, name)?.attributes;
        const expires = Date.parse(attributes?.get('expires') ?? '');
        const cleared = attributes?.get('max-age') === '0' || expires < Date.now();
        const path = name === 'access' ? '/' : '/auth';
        const expected = `the cookie ${name} cleared: Path=${path}; Max-Age=0`;
        expectThat(answer, cleared && attributes?.get('path') === path, expected, cookieLines(answer));
      }
      expectStranger(await request('GET', '/tasks', { as: person }), 'that session was signed out');
      expectStranger(await refresh({ request }, person), 'that session was signed out');
      expectStatus(await request('GET', '/auth/me', { as: other }), 200, 'the other session goes on');
      const again = await request('POST', '/auth/logout', { as: 'nobody' });
      expectStatus(again, 204, 'there is nothing to sign out of, and nothing to complain about');
    },
  },
];
