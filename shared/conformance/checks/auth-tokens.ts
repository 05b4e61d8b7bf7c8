import type { Check, Tracker } from '../src/check.ts';
import { expectSame, expectThat } from '../src/expect.ts';
import { expectStatus } from '../src/expect-http.ts';
import { isSignedWith, type Jwt, readJwt, signJwt } from '../src/jwt.ts';
import { type Person, readSession } from '../src/people.ts';
import { askWith, expectStranger, refresh } from './accounts-steps.ts';

/** The access token of somebody new, taken apart. Throws a Failure unless it is signed with the tracker's JWT_SECRET. */
async function openToken(tracker: Tracker): Promise<{ person: Person; jwt: Jwt; secret: string }> {
  const person = await tracker.newcomer();
  const { JWT_SECRET: secret = '' } = await tracker.settings();
  const answer = await askWith(tracker, person.access, 'a fresh access token');
  expectStatus(answer, 200);
  const jwt = readJwt(person.access);
  const right = jwt !== undefined && isSignedWith(person.access, secret);
  const expected = 'an access token that is a JWT, signed with JWT_SECRET (HS256)';
  const came = jwt === undefined ? 'no JWT' : `a JWT with the header ${JSON.stringify(jwt.header)}`;
  if (!right) throw answer.fail(expected, `${came}, signed with something else`);
  return { person, jwt, secret };
}

/** Tokens that are not what they should be. */
export const authTokenChecks: readonly Check[] = [
  {
    id: 'auth.token-forged',
    since: '08b',
    capability: 'accounts',
    title: 'an access token that somebody else made answers 401',
    why: 'Everybody can write a token that says who they are. Only the signature tells that it was you who wrote it.',
    hints: [
      'What in a JWT is secret? What does the header "alg": "none" ask your library to do?',
      'Look at the call that reads the token: does it verify it with your key, or only decode it?',
      'jwtVerify(token, key, { algorithms: ["HS256"] }): name the one algorithm that you sign with, and turn its errors into a 401.',
    ],
    async run(tracker) {
      const { person, jwt, secret } = await openToken(tracker);
      const { header, claims } = jwt;
      const other = await tracker.newcomer('ben');
      const [head, , signature] = person.access.split('.');
      const body = signJwt({ header, claims: { ...claims, sub: String(other.id) } }, secret).split('.')[1];
      const forged: [string, string][] = [
        [`${head}.${body}.${signature}`, 'a token whose claims were changed'],
        [signJwt(jwt, 'another secret that is long enough too'), 'a token signed with another key'],
        [signJwt({ header: { ...header, alg: 'none' }, claims }, ''), 'an unsigned token, alg none'],
        [signJwt({ header: { ...header, alg: 'None' }, claims }, ''), 'an unsigned token, alg None'],
        [signJwt(jwt, ''), 'a token signed with an empty key'],
        [`${head}.${body}.`, 'a token without its signature'],
        [person.access.slice(0, -10), 'a token that was cut off'],
        ['none', 'something that is no token'],
        ['a.b.c', 'something that is no token'],
      ];
      for (const [token, what] of forged) {
        for (const how of ['cookie', 'bearer'] as const)
          expectStranger(await askWith(tracker, token, what, how), what);
      }
    },
  },
  {
    id: 'auth.token-expired',
    since: '08b',
    capability: 'accounts',
    title: 'an access token says that it ends after 15 minutes, and has ended then',
    why: 'A stolen token opens everything. That it does so for a quarter of an hour only is half of the protection.',
    hints: [
      'How long would a stolen token be of use? Who looks at the clock?',
      'Look at the claims iat and exp, and at what the verification does with them.',
      'Set exp to fifteen minutes from now (in seconds!); jwtVerify refuses what is past it, as long as there is an exp.',
    ],
    async run(tracker) {
      const { person, jwt, secret } = await openToken(tracker);
      const { iat, exp } = jwt.claims;
      const answer = await askWith(tracker, person.access, 'a fresh access token');
      const expected = 'claims with iat, in seconds, and exp 900 seconds later';
      const right = typeof iat === 'number' && typeof exp === 'number' && exp - iat === 900;
      expectThat(answer, right, expected, right ? '' : tellAges(iat, exp));

      const now = Math.floor(Date.now() / 1000);
      const at = (from: number): string =>
        signJwt({ header: jwt.header, claims: { ...jwt.claims, iat: from, exp: from + 900 } }, secret);
      const fresh = await askWith(tracker, at(now - 60), 'the same token, a minute old');
      expectStatus(fresh, 200, 'it is signed with JWT_SECRET and has 14 minutes left');
      expectStranger(
        await askWith(tracker, at(now - 960), 'a token that ended a minute ago'),
        'it has ended',
      );
    },
  },
  {
    id: 'auth.token-kind',
    since: '08b',
    capability: 'accounts',
    title: 'a refresh token is no access token, and the other way round',
    why: 'The one lives thirty days and should be seen only by /auth; where it opens everything, the short life of the other is worth nothing.',
    hints: [
      'What tells your two kinds of tokens apart?',
      'Look at what the refresh token is: random bytes that only the database knows, or another JWT?',
      'Make the refresh token random (32 bytes), store its hash, and look it up nowhere but in /auth/refresh and /auth/logout.',
    ],
    async run(tracker) {
      const person = await tracker.newcomer();
      for (const how of ['cookie', 'bearer'] as const) {
        const answer = await askWith(tracker, person.refresh, 'a refresh token', how);
        expectStranger(answer, 'a refresh token opens nothing but /auth/refresh');
      }
      const swapped = { ...person, refresh: person.access };
      expectStranger(await refresh(tracker, swapped), 'an access token renews nothing');
      const opaque = readJwt(person.refresh) === undefined;
      const answer = await refresh(tracker, person);
      expectThat(answer, opaque, 'a refresh token that says nothing: random, not a JWT', 'a JWT');
    },
  },
  {
    id: 'auth.refresh',
    since: '08b',
    capability: 'accounts',
    title: 'POST /auth/refresh answers 204 and two new cookies that hold',
    why: 'Signed in for a month with a key that lasts a quarter of an hour: that works because it is replaced on the way.',
    hints: [
      'The access token has ended, the person is still there. What do you ask of them?',
      'Look at the route: what does it read, what does it store, what does it send?',
      'Look the hash of the cookie up, store that of a new token in its place, and set both cookies; no body, 204.',
    ],
    async run(tracker) {
      const person = await tracker.newcomer();
      const sessions = [person.refresh];
      let session = readSession(await renewed(tracker, person), 'ana');
      for (let time = 0; time < 2; time += 1) {
        const answer = await tracker.request('GET', '/auth/me', { as: session });
        expectStatus(answer, 200, 'the new access token holds');
        sessions.push(session.refresh);
        session = readSession(await renewed(tracker, session), 'ana');
      }
      const answer = await renewed(tracker, session);
      const different = new Set([...sessions, session.refresh]).size;
      expectSame(answer, { different }, { different: 4 }, 'another refresh token each time');
      const { request } = tracker;
      for (const [cookies, because] of [
        ['', 'no refresh token came'],
        ['refresh=', 'an empty one'],
        [`refresh=${tracker.random.letters(43)}`, 'nobody was given that one'],
      ] as const) {
        const headers: Record<string, string> = cookies === '' ? {} : { Cookie: cookies };
        expectStranger(await request('POST', '/auth/refresh', { as: 'nobody', headers }), because);
      }
    },
  },
  {
    id: 'auth.refresh-replayed',
    since: '08b',
    capability: 'accounts',
    title: 'a refresh token that comes a second time ends its whole session',
    why: 'Two have the same token: one of them is a thief, and nobody knows which. So neither may go on.',
    hints: [
      'A token that was replaced comes again. What does that tell you?',
      'Look at what becomes of an old token: is it forgotten, or remembered as used?',
      'Keep used tokens with their session; when one comes again, mark the session as ended and answer 401. Other sessions go on.',
    ],
    async run(tracker) {
      const { request } = tracker;
      const person = await tracker.newcomer();
      const { email, password } = person;
      const login = await request('POST', '/auth/login', { json: { email, password }, as: 'nobody' });
      const elsewhere = readSession(login, 'ana');
      const next = readSession(await renewed(tracker, person), 'ana');

      expectStranger(await refresh(tracker, person), 'that refresh token was used before');
      expectStranger(await refresh(tracker, next), 'its session has ended, the newest token with it');
      const me = await request('GET', '/auth/me', { as: next });
      expectStranger(me, 'its session has ended, access with it');
      expectStatus(await request('GET', '/auth/me', { as: elsewhere }), 200, 'another session goes on');
      expectStatus(await refresh(tracker, elsewhere), 204, 'another session goes on');
    },
  },
];

async function renewed(tracker: Tracker, session: Parameters<typeof refresh>[1]): ReturnType<typeof refresh> {
  const answer = await refresh(tracker, session);
  expectStatus(answer, 204);
  return answer;
}

function tellAges(iat: unknown, exp: unknown): string {
  if (typeof iat !== 'number') return 'no iat';
  return typeof exp === 'number' ? `exp ${exp - iat} after iat` : 'no exp';
}
