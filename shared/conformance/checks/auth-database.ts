import type { Check, Tracker } from '../src/check.ts';
import { readCookie } from '../src/cookies.ts';
import { expectThat } from '../src/expect.ts';
import { expectStatus } from '../src/expect-http.ts';
import { Failure } from '../src/failure.ts';
import type { Answer } from '../src/http.ts';
import { Retold } from '../src/retold.ts';
import { cookieLines, expectStranger } from './accounts-steps.ts';
import { databaseLife, type Sessions } from './database-lives.ts';
import { findInDatabase } from './stored.ts';

function told(answer: Answer, sent: string): Answer {
  return new Retold(answer, { sent, again: undefined });
}

async function sessionsOf(tracker: Tracker): Promise<Sessions> {
  const { sessions } = await databaseLife(tracker);
  if (sessions === undefined) throw new Error('nobody signs in at this tracker');
  return sessions;
}

/** Accounts and sessions that live in a database: in every process, after a restart, and in a stolen copy. */
export const authDatabaseChecks: readonly Check[] = [
  {
    id: 'auth.two-processes',
    since: '08b',
    capability: 'accounts',
    title:
      'a session holds in every process on the same database, after a restart, too, and ends in all of them',
    why: 'People sign out because they want to be out. A process that remembers them for itself keeps the door open.',
    hints: [
      'Somebody signs out at one process. How does the other one learn of it?',
      'Look at how a request is recognised: does the token alone decide, or a list in a variable?',
      'The token names its session; read at each request whether that row is there and has not ended.',
    ],
    isolated: true,
    async run(tracker) {
      const { known, signedOut, restarted } = await sessionsOf(tracker);
      const other = 'at the other process on the same database';
      expectStatus(told(known, `GET /auth/me   signed in ${other}`), 200);
      expectStranger(told(signedOut, `GET /auth/me   signed out ${other}`), 'that session has ended');
      expectStatus(told(restarted, 'GET /auth/me   in a process that was started after signing in'), 200);
    },
  },
  {
    id: 'database.secrets-hashed',
    since: '08b',
    capability: 'accounts',
    title: 'neither passwords nor refresh tokens can be read in the database',
    why: 'Backups get lost, and so do laptops. What lies in there should open nothing.',
    hints: [
      'Somebody has a copy of your database. Whom can they be now?',
      'Look at the columns for the password and the refresh token: what exactly is stored?',
      'argon2id for the password, because it is guessable; sha256 is enough for 32 random bytes.',
    ],
    async run(tracker) {
      const person = await tracker.newcomer();
      const { DATABASE_URL = '' } = await tracker.settings();
      for (const [secret, what] of [
        [person.password, 'the password'],
        [person.refresh, 'the refresh token'],
        [person.access, 'the access token'],
      ] as const) {
        const found = await findInDatabase(DATABASE_URL, secret);
        const came = `${what} stands in the table ${found ?? ''}`;
        const evidence = { sent: 'POST /auth/register', came, again: undefined };
        expectThat(evidence, found === undefined, `${what} nowhere in the database as it is`);
      }
      const account = await findInDatabase(DATABASE_URL, person.email);
      const evidence = { sent: 'POST /auth/register', came: 'no row holds the address', again: undefined };
      expectThat(evidence, account !== undefined, 'the account in the database that DATABASE_URL names');
    },
  },
  {
    id: 'auth.cookies-secure',
    since: '08b',
    capability: 'accounts',
    title: 'outside development the cookies are Secure',
    why: 'Without it one click on an http:// link sends the session through the café in plain text.',
    hints: [
      'Over which connections may a browser send your cookies?',
      'Look at where the cookies are written: what decides whether they are Secure?',
      'Secure unless NODE_ENV is development: whoever forgets the setting gets the safe one.',
    ],
    isolated: true,
    async run(tracker) {
      const { signedIn } = await sessionsOf(tracker);
      const answer = told(signedIn, 'POST /auth/login   with NODE_ENV=production');
      expectStatus(answer, 200);
      for (const name of ['access', 'refresh']) {
        const secure = readCookie(answer, name)?.attributes.has('secure') === true;
        expectThat(answer, secure, `the cookie ${name} with Secure`, cookieLines(answer));
      }
    },
  },
  {
    id: 'auth.secret-needed',
    since: '08b',
    capability: 'accounts',
    title: 'outside development the tracker does not start without a JWT_SECRET',
    why: 'A secret that stands in the code is none. The worst moment to notice is after somebody has signed themself in as the admin.',
    hints: [
      'What does your tracker sign with when nobody has told it a secret?',
      'Look for a default: process.env.JWT_SECRET ?? "…".',
      'Parse the settings at boot, and end with one line that names JWT_SECRET; a default is for NODE_ENV=development only.',
    ],
    isolated: true,
    async run({ launch }) {
      const sent = 'NODE_ENV=production JWT_SECRET=';
      const expected = 'a process that ends with a line about JWT_SECRET, and a status that is not 0';
      const outcome = await launch({ env: { JWT_SECRET: '', NODE_ENV: 'production' }, api: true }).catch(
        (error: unknown) => error,
      );
      if (!(outcome instanceof Failure)) throw new Failure({ sent, expected, came: 'a tracker that runs' });
      const { came } = outcome.facts;
      const right = /JWT_SECRET/.test(came) && !/exit status 0\b/.test(came);
      expectThat({ sent, came, again: undefined }, right, expected);
    },
  },
];
