import type { Check } from '../src/check.ts';
import { expectThat } from '../src/expect.ts';
import { PROBLEM } from '../src/expect-http.ts';
import { KINDS, type Kind } from './kinds.ts';
import { operationsOf, readDocument, type Subject } from './openapi-subject.ts';

type Documented = readonly [method: string, path: string, statuses: readonly number[]];

const ACCOUNTS: readonly Documented[] = [
  ['POST', '/auth/register', [201, 409, 422]],
  ['POST', '/auth/login', [200, 401, 422]],
  ['POST', '/auth/refresh', [204, 401]],
  ['POST', '/auth/logout', [204]],
  ['GET', '/auth/me', [200, 401]],
];

const ADMIN: readonly Documented[] = [
  ['GET', '/admin/users', [200, 401, 403, 422]],
  ['PATCH', '/admin/users/{id}', [200, 401, 403, 404, 409, 422]],
  ['GET', '/admin/users/{id}/tasks', [200, 401, 403, 404, 422]],
  ['GET', '/admin/users/{id}/leads', [200, 401, 403, 404, 422]],
  ['GET', '/admin/actions', [200, 401, 403, 422]],
];

/** What each kind's items under an admin's address can answer; the name of the second id is free. */
function itemsOfOthers({ path, name }: Kind): Documented[] {
  const one = `/admin/users/{id}${path}/{}`;
  return [
    ['GET', one, [200, 401, 403, 404]],
    ['PATCH', one, [200, 401, 403, 404, ...(name === 'lead' ? [409] : []), 422]],
    ['DELETE', one, [204, 401, 403, 404]],
  ];
}

/** Throws a Failure unless each of these operations is documented with its answers, refusals as problems. */
function expectDocumented({ answer, document }: Subject, operations: readonly Documented[]): void {
  for (const [method, path, statuses] of operations) {
    const operation = document.operation(method, path);
    expectThat(answer, operation !== undefined, `${method} ${path} in paths`, 'it is not documented');
    const listed = Object.keys(Object(operation?.value.responses)).join(', ') || 'none';
    for (const status of statuses) {
      const response = operation && document.response(operation, status);
      const problem = status < 400 || document.schema(response, PROBLEM) !== undefined;
      const expected = `${method} ${path} with the answer ${status}${status < 400 ? '' : ` as ${PROBLEM}`}`;
      expectThat(answer, response !== undefined && problem, expected, `responses: ${listed}`);
    }
  }
}

/** What the document says about people, their lists in pages, and the admin. */
export const openApiAccountChecks: readonly Check[] = [
  {
    id: 'openapi.accounts',
    since: '08b',
    capability: 'accounts',
    title: 'signing in, and the 401 of everything else, are documented',
    why: 'A document that leaves out how to sign in describes a tracker that nobody can use.',
    hints: [
      'What does somebody who knows only your document have to do first?',
      'Look at the list of operations: are those under /auth there, and does each of the others tell its 401?',
      'Register the new paths with their statuses, and add 401 to every operation on tasks and leads in one place.',
    ],
    async run(tracker) {
      const older = KINDS.flatMap(operationsOf).map(([method, path]) => [method, path, [401]] as const);
      expectDocumented(await readDocument(tracker), [...ACCOUNTS, ...older]);
    },
  },
  {
    id: 'openapi.admin',
    since: '08c',
    capability: 'admin',
    title: 'what an admin can do is documented, with the 403 for everybody else',
    why: 'What may change the data of others should be the best-known part of a tracker, not the hidden one.',
    hints: [
      'Somebody writes a tool for your support team from the document alone. What do they find?',
      'Look at the list of operations: is everything under /admin there, the tasks and leads of a person, too?',
      'Make these operations from those of /tasks and /leads: the same bodies and answers, 401 and 403 besides.',
    ],
    async run(tracker) {
      expectDocumented(await readDocument(tracker), [...ADMIN, ...KINDS.flatMap(itemsOfOthers)]);
    },
  },
  {
    id: 'openapi.paging',
    since: '08c',
    capability: 'paging',
    title: 'sort, page and pageSize are documented for every list',
    why: 'Who does not know of page reads the first twenty and believes that this is all.',
    hints: [
      'How does a reader of your document learn that there is a second page?',
      'Look at the parameters of the lists: are they made from the schema that the routes use?',
      'Give the schema of the query to the document, so that a new parameter is described as soon as it is parsed.',
    ],
    async run(tracker) {
      const { answer, document } = await readDocument(tracker);
      for (const { path } of KINDS) {
        const names = document
          .parameters('GET', path)
          .map(({ value }) => `${value.in} ${String(value.name)}`);
        for (const name of ['sort', 'page', 'pageSize']) {
          const expected = `GET ${path} with the parameter ${name} (in: query)`;
          expectThat(answer, names.includes(`query ${name}`), expected, `parameters: ${names.join(', ')}`);
        }
      }
    },
  },
];
