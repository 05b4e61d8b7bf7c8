import type { Check } from '../src/check.ts';
import type { Resource } from '../src/domain.ts';
import { expectFields, expectSame, expectThat } from '../src/expect.ts';
import {
  expectErrorAt,
  expectErrors,
  expectJson,
  expectObject,
  expectRefused,
  expectStatus,
} from '../src/expect-http.ts';
import type { Answer } from '../src/http.ts';
import { type Person, readSession } from '../src/people.ts';
import { readResources } from '../src/resource.ts';
import { expectShape, ID, oneOf, type Shape, TEXT, TIME } from '../src/shape.ts';
import { expectProblem, expectStranger, refresh } from './accounts-steps.ts';
import { create, KINDS, LEADS, type Send, TASKS } from './kinds.ts';

const COUNT = {
  says: 'a whole number',
  holds: (value: unknown) => Number.isInteger(value) && Number(value) >= 0,
};
const FLAG = { says: 'true or false', holds: (value: unknown) => typeof value === 'boolean' };

/** What an admin sees of a person. */
const USER: Shape = {
  id: ID,
  email: TEXT,
  name: TEXT,
  role: oneOf(['user', 'admin']),
  disabled: FLAG,
  createdAt: TIME,
  taskCount: COUNT,
  leadCount: COUNT,
};

const ROUTES = (id: number): readonly (readonly [string, string])[] => [
  ['GET', '/admin/users'],
  ['PATCH', `/admin/users/${id}`],
  ['GET', `/admin/users/${id}/tasks`],
  ['GET', `/admin/users/${id}/leads`],
  ['GET', '/admin/actions'],
];

function usersOf(answer: Answer): Resource[] {
  return readResources(expectJson(answer, 200), answer, 'user');
}

/** Signs somebody in again, and gives the answer. */
function logIn(request: Send, { email, password }: Person): Promise<Answer> {
  return request('POST', '/auth/login', { json: { email, password }, as: 'nobody' });
}

/** What an admin may do, and nobody else. */
export const adminChecks: readonly Check[] = [
  {
    id: 'admin.guarded',
    since: '08c',
    capability: 'admin',
    title: 'the addresses of the admin answer 401 to nobody and 403 to a user',
    why: '401: I do not know you. 403: I know you, and you may not. Hiding the link on the page protects nothing.',
    hints: [
      'Who checks that only an admin gets here: the page that hides the link, or the server?',
      'Look at how the routes of the admin are put together: is there one door in front of all of them?',
      'router.use(requireAdmin) before the first route: no session 401, another role 403 /problems/forbidden.',
    ],
    async run({ request, newcomer }) {
      const ben = await newcomer('ben');
      for (const [method, path] of ROUTES(ben.id)) {
        const json = method === 'PATCH' ? { json: { role: 'admin' } } : {};
        expectStranger(await request(method, path, { as: 'nobody', ...json }), 'nobody is signed in');
        const answer = await request(method, path, { as: ben, ...json });
        expectProblem(answer, 403, 'forbidden', 'Ben is no admin');
      }
      const me = await request('GET', '/auth/me', { as: ben });
      expectFields(me, expectObject(me, 200), { role: 'user' }, 'Ben, still a user');
    },
  },
  {
    id: 'admin.users',
    since: '08c',
    capability: 'admin',
    title: 'GET /admin/users lists everybody, with the counts of their tasks and leads',
    why: 'The counts are one query more for each person, or one more for all of them: that is the N+1 problem.',
    hints: [
      'How many queries does your list make for 20 people? And for 100?',
      'Look at where the counts come from: a loop, or the query itself?',
      'In Prisma: include _count of tasks and leads; and choose the fields one by one, so that no hash goes out.',
    ],
    async run({ request, random, newcomer, admin }) {
      const [as, ben] = [await admin(), await newcomer('ben')];
      for (const kind of [TASKS, TASKS, LEADS])
        await create((method, path, options) => request(method, path, { ...options, as: ben }), kind, random);

      const answer = await request('GET', '/admin/users?sort=-id&pageSize=100', { as });
      const users = usersOf(answer);
      const found = users.find(({ id }) => id === ben.id);
      expectThat(answer, found !== undefined, `the person with the id ${ben.id} in the list`, answer.came);
      expectShape(answer, found, USER, 'the person');
      const counts = { email: ben.email, role: 'user', disabled: false, taskCount: 2, leadCount: 1 };
      expectFields(answer, found ?? {}, counts, 'Ben, with two tasks and one lead');
      const own = users.find(({ id }) => id === as.id);
      expectFields(answer, own ?? {}, { email: as.email, role: 'admin' }, 'the admin of ADMIN_EMAIL');
    },
  },
  {
    id: 'admin.users-paged',
    since: '08c',
    capability: 'admin',
    title: 'the list of people comes in pages and in order, as every list does',
    why: 'One way to page through a list is learned once; a second one is looked up every time.',
    hints: [
      'Which parts of your list of tasks know that they are about tasks?',
      'Look at what parses page, pageSize and sort: can the list of people use the same?',
      'Use the same schema with other fields, the same count, and the same function for Link.',
    ],
    async run({ request, newcomer, admin }) {
      const as = await admin();
      const [first, second] = [await newcomer('ben'), await newcomer('cleo')];
      const answer = await request('GET', '/admin/users?sort=-id&pageSize=2', { as });
      const ids = usersOf(answer).map(({ id }) => id);
      expectSame(answer, ids, [second.id, first.id], 'the two who registered last, the last one first');
      const total = Number(answer.header('x-total-count'));
      expectThat(answer, total >= 3, 'X-Total-Count with the number of all', `X-Total-Count: ${total}`);
      const next = /rel="?next/.test(answer.header('link') ?? '');
      expectThat(answer, next, 'Link with rel="next"', `Link: ${answer.header('link') ?? '(not there)'}`);
      for (const [query, pointer] of [
        ['page=0', '/page'],
        ['pageSize=101', '/pageSize'],
        ['sort=passwordHash', '/sort'],
      ] as const)
        expectErrorAt(await request('GET', `/admin/users?${query}`, { as }), pointer);
    },
  },
  {
    id: 'admin.reads',
    since: '08c',
    capability: 'admin',
    title: 'an admin reads the tasks and leads of a person, and those of nobody else with them',
    why: 'To help somebody one has to see what they see. It has an address of its own, so that it can be logged.',
    hints: [
      "Which list does an admin see at /tasks: everybody's, or their own?",
      'Look at /admin/users/:id/tasks: whose id does the query get?',
      'Call the same store with the id from the path instead of the one from the session, after a 404 for unknown people.',
    ],
    async run({ request, random, newcomer, admin }) {
      const [as, ben] = [await admin(), await newcomer('ben')];
      for (const kind of KINDS) {
        const asBen: Send = (method, path, options) => request(method, path, { ...options, as: ben });
        await create(request, kind, random);
        const made = [await create(asBen, kind, random), await create(asBen, kind, random)];
        const path = `/admin/users/${ben.id}${kind.path}`;
        const answer = await request('GET', path, { as });
        expectSame(
          answer,
          answer.status === 200 ? answer.json() : answer.status,
          made,
          `Ben's ${kind.name}s`,
        );
        const page = await request('GET', `${path}?pageSize=1&page=2&sort=-id`, { as });
        expectSame(
          page,
          usersOf(page).map(({ id }) => id),
          [made[0]?.id],
          'the second of the two, newest first',
        );
        const unknown = await request('GET', `/admin/users/${ben.id + 4321}${kind.path}`, { as });
        expectRefused(unknown, 404, 'there is no such person');
      }
    },
  },
  {
    id: 'admin.own-things',
    since: '08c',
    capability: 'admin',
    title: 'at /tasks and /leads an admin is a person like any other',
    why: 'A role should add doors, not widen those that everybody uses: else one forgotten filter shows everything.',
    hints: [
      'Does your code ask for the role anywhere outside of /admin?',
      'Look for a condition that is left out when the role is admin.',
      'Use the id of the session in tasks and leads, whatever the role is.',
    ],
    async run({ request, random, admin }) {
      const as = await admin();
      for (const kind of KINDS) {
        const mine = await create(request, kind, random);
        const list = await request('GET', `${kind.path}?sort=-id&pageSize=100`, { as });
        const ids = readResources(expectJson(list, 200), list, kind.name).map(({ id }) => id);
        expectThat(
          list,
          !ids.includes(mine.id),
          `the admin's own ${kind.name}s`,
          `Ana's ${kind.name} among them`,
        );
        for (const method of ['GET', 'PATCH', 'DELETE']) {
          const options = method === 'PATCH' ? { as, json: kind.minimal(random) } : { as };
          const answer = await request(method, `${kind.path}/${mine.id}`, options);
          expectRefused(answer, 404, `this ${kind.name} is Ana's, and the admin asks`);
        }
      }
    },
  },
  {
    id: 'admin.disable',
    since: '08c',
    capability: 'admin',
    title: 'disabling somebody ends their sessions at once, and their signing in',
    why: 'A person leaves the company at noon. Their phone must not be signed in until the token expires.',
    hints: [
      'Somebody is disabled while they are signed in. What happens to the tokens that they hold?',
      'Look at every way in: the access token, the refresh token, the password.',
      'End all their sessions in the same transaction, and let signing in fail for a disabled account as for a wrong password.',
    ],
    async run(tracker) {
      const { request, newcomer, admin } = tracker;
      const [as, ben] = [await admin(), await newcomer('ben')];
      const path = `/admin/users/${ben.id}`;
      const elsewhere = readSession(await logIn(request, ben), 'ben');
      for (const as of [ben, elsewhere]) expectStatus(await request('GET', '/tasks', { as }), 200);
      const disabled = await request('PATCH', path, { as, json: { disabled: true } });
      expectFields(disabled, expectObject(disabled, 200), { id: ben.id, disabled: true }, 'Ben, disabled');
      expectShape(disabled, disabled.json(), USER, 'the person');

      expectStranger(await request('GET', '/tasks', { as: ben }), 'Ben is disabled');
      expectStranger(await refresh(tracker, ben), 'Ben is disabled');
      const refused = await logIn(request, ben);
      expectStranger(refused, 'Ben is disabled, the password is right');
      const wrong = await logIn(request, { ...ben, password: 'wrong horse battery' });
      expectSame(refused, refused.json(), wrong.json(), 'the same answer as for a wrong password');

      expectStatus(await request('PATCH', path, { as, json: { disabled: false } }), 200);
      expectStatus(await logIn(request, ben), 200, 'Ben is enabled again');
      for (const as of [ben, elsewhere])
        expectStranger(await request('GET', '/tasks', { as }), 'a session of before has ended for good');
    },
  },
  {
    id: 'admin.promote',
    since: '08c',
    capability: 'admin',
    title: 'an admin makes others admins, and users again',
    why: 'One admin who is on holiday is none. And a role that cannot be taken back is given too rarely.',
    hints: [
      'How does the second admin of your tracker come to be?',
      'Look at what PATCH /admin/users/:id accepts, and at where the role of a request comes from.',
      'Update role; read it from the database with the session, or put it into the next token.',
    ],
    async run({ request, newcomer, admin }) {
      const [as, ben] = [await admin(), await newcomer('ben')];
      const users = async (): Promise<Answer> => {
        const session = readSession(await logIn(request, ben), 'ben');
        return request('GET', '/admin/users?pageSize=1', { as: session });
      };
      const promoted = await request('PATCH', `/admin/users/${ben.id}`, { as, json: { role: 'admin' } });
      expectFields(promoted, expectObject(promoted, 200), { role: 'admin' }, 'Ben, an admin');
      expectStatus(await users(), 200, 'Ben is an admin, and has signed in anew');
      const demoted = await request('PATCH', `/admin/users/${ben.id}`, { as, json: { role: 'user' } });
      expectFields(demoted, expectObject(demoted, 200), { role: 'user' }, 'Ben, a user');
      expectProblem(await users(), 403, 'forbidden', 'Ben is a user again, and has signed in anew');
    },
  },
  {
    id: 'admin.own-account',
    since: '08c',
    capability: 'admin',
    title: 'an admin cannot disable or demote themself: 409',
    why: 'The last admin who locks themself out can only be let in again with SQL.',
    hints: [
      'What happens when the only admin presses the wrong button?',
      'Look at the update of a person: does it compare the id in the path with who is asking?',
      'When both are the same and the change would demote or disable: 409 /problems/own-account, and nothing is changed.',
    ],
    async run({ request, admin }) {
      const as = await admin();
      for (const json of [{ disabled: true }, { role: 'user' }, { role: 'admin', disabled: true }]) {
        const answer = await request('PATCH', `/admin/users/${as.id}`, { as, json });
        expectProblem(answer, 409, 'own-account', 'the admin changes their own account');
      }
      expectStatus(await request('GET', '/admin/users', { as }), 200, 'still an admin, and still signed in');
    },
  },
  {
    id: 'admin.invalid',
    since: '08c',
    capability: 'admin',
    title: 'a change of a person that cannot be answers 422, of one who is not there 404',
    why: 'Where one can do the most, mistakes cost the most.',
    hints: [
      'Which fields of a person may an admin change? All of them?',
      'Look at the schema of the body: strict, both fields optional, at least one?',
      'z.strictObject({ role: z.enum(["user", "admin"]), disabled: z.boolean() }).partial(), refused when empty.',
    ],
    async run({ request, newcomer, admin }) {
      const [as, ben] = [await admin(), await newcomer('ben')];
      const path = `/admin/users/${ben.id}`;
      for (const [json, pointer, because] of [
        [{ role: 'owner' }, '/role', 'there is no such role'],
        [{ role: null }, '/role', 'null is no role'],
        [{ disabled: 'yes' }, '/disabled', 'a text is neither true nor false'],
        [{ disabled: 1 }, '/disabled', 'a number is neither true nor false'],
        [{ email: 'other@example.com' }, '/email', 'nobody changes an address for others'],
        [{ disabled: true, id: 1 }, '/id', 'the tracker gives the id'],
      ] as const)
        expectErrorAt(await request('PATCH', path, { as, json }), pointer, because);
      expectErrors(await request('PATCH', path, { as, json: {} }), 'there is nothing to change');
      for (const id of [String(ben.id + 4321), 'me', '0', `${ben.id}x`]) {
        const answer = await request('PATCH', `/admin/users/${id}`, { as, json: { disabled: true } });
        expectRefused(answer, 404, `nobody has the id ${id}`);
      }
      expectStatus(await request('GET', '/auth/me', { as: ben }), 200, 'nothing of that was done');
    },
  },
];
