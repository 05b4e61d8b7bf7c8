import type { Check, Tracker } from '../src/check.ts';
import { expectSame, expectThat } from '../src/expect.ts';
import { expectErrorAt, expectStatus } from '../src/expect-http.ts';
import type { Answer } from '../src/http.ts';
import { PASSWORD } from '../src/people.ts';
import { Retold } from '../src/retold.ts';
import { expectProblem, expectStranger } from './accounts-steps.ts';

const WRONG = 'wrong horse battery';
// Tries of each kind in a round. Without hashing, the one answers in a tenth of the time of the other.
const TRIES = 5;
const ROUNDS = 3;
const FACTOR = 3;

async function logIn({ request }: Tracker, email: string, password: string): Promise<Answer> {
  return request('POST', '/auth/login', { json: { email, password }, as: 'nobody', limit: 5000 });
}

async function timeOf(work: () => Promise<Answer>): Promise<number> {
  const begun = performance.now();
  expectStranger(await work());
  return performance.now() - begun;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** What passwords and addresses may be, and what signing in gives away. */
export const authPasswordChecks: readonly Check[] = [
  {
    id: 'auth.password-length',
    since: '08b',
    capability: 'accounts',
    title: 'a password has 12 to 128 characters, and every one of them counts',
    why: 'Length is what makes a password strong. A hash that stops reading at the 72nd character gives some of it away.',
    hints: [
      'How much of a long password does your hash look at? bcrypt reads 72 bytes and ignores the rest.',
      'Look at the schema of registering, and at the function that hashes.',
      'z.string().min(12).max(128) at registering, and argon2id, which reads everything.',
    ],
    async run(tracker) {
      const { request, random } = tracker;
      const [email, long] = [random.email(), random.letters(128)];
      const register = (address: string, password: string): Promise<Answer> =>
        request('POST', '/auth/register', {
          json: { email: address, password, name: random.name() },
          as: 'nobody',
        });
      for (const length of [0, 11, 129])
        expectErrorAt(await register(email, random.letters(length)), '/password', `${length} characters`);
      expectStatus(await register(email, long), 201, '128 characters');
      expectStatus(await register(random.email(), random.letters(12)), 201, '12 characters');

      expectStatus(await logIn(tracker, email, long), 200, 'the password as it was registered');
      const cut = `${long.slice(0, 127)}${long.endsWith('x') ? 'y' : 'x'}`;
      expectStranger(await logIn(tracker, email, cut), 'only the last of its 128 characters is another');
    },
  },
  {
    id: 'auth.register-invalid',
    since: '08b',
    capability: 'accounts',
    title: 'registering with something missing, wrong or unknown answers 422 and names it',
    why: 'What is not refused at the door is in the house: with { "role": "admin" } too, if the body is simply stored.',
    hints: [
      'What happens to a field that your route does not expect? And if it is called role?',
      'Look at the schema of the body: is it strict, as those of tasks and leads are?',
      'z.strictObject({ email, password, name }): unknown fields are errors, and none of them reaches the database.',
    ],
    async run({ request, random }) {
      const right = { email: random.email(), password: PASSWORD, name: random.name() };
      const { email, password, name } = right;
      const wrong: [object, string, string][] = [
        [{ password, name }, '/email', 'email is missing'],
        [{ email, name }, '/password', 'password is missing'],
        [{ email, password }, '/name', 'name is missing'],
        [{ ...right, email: 'ana@' }, '/email', 'no address'],
        [{ ...right, email: `${random.letters(250)}@example.com` }, '/email', 'longer than 254'],
        [{ ...right, name: '   ' }, '/name', 'only blanks'],
        [{ ...right, name: random.letters(121) }, '/name', 'longer than 120'],
        [{ ...right, password: 123456789012 }, '/password', 'a number is no text'],
        [{ ...right, role: 'admin' }, '/role', 'nobody chooses their own role'],
        [{ ...right, id: 1 }, '/id', 'the tracker gives the id'],
      ];
      for (const [json, pointer, because] of wrong) {
        const answer = await request('POST', '/auth/register', { json, as: 'nobody' });
        expectErrorAt(answer, pointer, because);
      }
      expectErrorAt(await request('POST', '/auth/login', { json: { email }, as: 'nobody' }), '/password');
    },
  },
  {
    id: 'auth.email-taken',
    since: '08b',
    capability: 'accounts',
    title: 'an address is registered once, in whatever case it is written',
    why: 'Ana@Example.com and ana@example.com reach the same person; two accounts would be one too many.',
    hints: [
      'Who owns ANA@EXAMPLE.COM? And what if two registrations come in the same moment?',
      'Look at where you compare addresses: in your code before the insert, or in the database?',
      'A unique index on lower(email), and its violation turned into 409 /problems/email-taken; sign in by lower(email), too.',
    ],
    async run(tracker) {
      const { request, random } = tracker;
      const email = random.email();
      const register = (address: string): Promise<Answer> =>
        request('POST', '/auth/register', {
          json: { email: address, password: PASSWORD, name: random.name() },
          as: 'nobody',
        });
      const twice = await Promise.all([register(email), register(email)]);
      const [first, second] = twice.toSorted((a, b) => a.status - b.status);
      if (first === undefined || second === undefined) return;
      expectStatus(first, 201, 'one of two at the same moment');
      expectProblem(second, 409, 'email-taken', 'the other of two at the same moment');

      for (const address of [email, email.toUpperCase()])
        expectProblem(await register(address), 409, 'email-taken', 'somebody has this address');
      for (const address of [email, email.toUpperCase()])
        expectStatus(await logIn(tracker, address, PASSWORD), 200, 'the case of an address does not matter');
    },
  },
  {
    id: 'auth.same-answer',
    since: '08b',
    capability: 'accounts',
    title: 'an unknown address and a wrong password get the same answer',
    why: 'Whoever is told "no such address" learns, one try at a time, who has an account with you.',
    hints: [
      'What can somebody learn from your answers who tries a thousand addresses?',
      'Look at the two ways in which signing in fails: do both end at the same line?',
      'Throw the same error for both: 401 /problems/unauthenticated with one sentence about address and password.',
    ],
    async run(tracker) {
      const { email } = await tracker.newcomer();
      const wrong = await logIn(tracker, email, WRONG);
      expectStranger(wrong, 'a wrong password');
      for (const [address, password, because] of [
        [tracker.random.email(), WRONG, 'an unknown address'],
        [tracker.random.email(), 'x', 'an unknown address, and a password that nobody can have'],
        [email, 'x', 'a password that nobody can have: wrong, as any other'],
      ] as const) {
        const answer = await logIn(tracker, address, password);
        expectStranger(answer, because);
        const what = 'the same answer as for a wrong password';
        expectSame(answer, answer.json(), wrong.json(), `${what}   (${because})`);
      }
    },
  },
  {
    id: 'auth.same-time',
    since: '08b',
    capability: 'accounts',
    title: 'an unknown address takes as long as a wrong password',
    why: 'A hash takes time on purpose. Who skips it for an unknown address tells with the clock what the words do not.',
    hints: [
      'Your answers are equal. Are they equally fast? Which work is left out when nobody has that address?',
      'Look at the line that returns early when no user was found.',
      'Verify the password against a hash made once at the start when there is no user, and refuse afterwards.',
    ],
    async run(tracker) {
      const { email } = await tracker.newcomer();
      const unknown = `${tracker.random.token()}@example.com`;
      let seen = { known: 0, unknown: 0 };
      for (let round = 0; round < ROUNDS; round += 1) {
        const [knownTimes, unknownTimes]: [number[], number[]] = [[], []];
        for (let attempt = 0; attempt < TRIES; attempt += 1) {
          knownTimes.push(await timeOf(() => logIn(tracker, email, WRONG)));
          unknownTimes.push(await timeOf(() => logIn(tracker, unknown, WRONG)));
        }
        seen = { known: median(knownTimes), unknown: median(unknownTimes) };
        if (Math.max(seen.known, seen.unknown) < FACTOR * Math.min(seen.known, seen.unknown)) return;
      }
      const last = new Retold(await logIn(tracker, unknown, WRONG), {
        sent: `POST /auth/login   ${TRIES} times with a wrong password, ${TRIES} times with an unknown address`,
        again: `time curl -i localhost:3000/auth/login -H 'content-type: application/json' -d '{"email":"nobody@example.com","password":"${WRONG}"}'`,
      });
      const quicker = seen.unknown < seen.known ? 'an unknown address' : 'a wrong password';
      const came = `${quicker} is answered much sooner, time and again`;
      expectThat(last, false, 'both answered in about the same time', came);
    },
  },
];
