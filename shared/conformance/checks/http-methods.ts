import type { Check } from '../src/check.ts';
import { expectThat } from '../src/expect.ts';
import { expectStatus } from '../src/expect-http.ts';
import { create, KINDS } from './kinds.ts';

/** The two methods that come with every path. */
export const httpMethodChecks: readonly Check[] = [
  {
    id: 'http.head',
    since: '01',
    capability: 'http',
    title: 'HEAD is answered like GET, without the body',
    why: 'Monitors, caches and link checkers use HEAD to ask whether something is there, without carrying it home.',
    hints: [
      'Which part of the answer to a GET does a HEAD leave out, and which parts not?',
      'Look where the method is compared: does a HEAD reach the code that answers the GET?',
      'Treat HEAD as GET when you look for the route; same status, same headers, no body.',
    ],
    async run({ request }) {
      for (const { path } of KINDS) {
        const get = await request('GET', path, { whole: false });
        const head = await request('HEAD', path);

        expectStatus(head, 200);
        const names = head.header('content-length') === undefined ? [] : ['content-length'];
        for (const name of ['content-type', ...names]) {
          const [came, wanted] = [head.header(name), get.header(name)];
          const same = wanted === undefined || came === wanted;
          expectThat(head, same, `${name}: ${wanted}, as for GET`, `${name}: ${came ?? '(not there)'}`);
        }
        expectThat(head, head.bytes.length === 0, 'no body');
      }
      expectStatus(await request('HEAD', '/nothing-here'), 404, 'as GET');
    },
  },
  {
    id: 'http.options',
    since: '01',
    capability: 'http',
    title: 'OPTIONS is answered on every known path',
    why: 'OPTIONS asks what can be done here. Browsers send it on their own before many requests from another site.',
    hints: [
      'Who sends OPTIONS, and when? Has anyone you know ever typed it?',
      'Look what your server does with a method that none of its routes names.',
      'When the path is known and the method is OPTIONS, answer 204 with the Allow that a 405 would have had.',
    ],
    async run({ request, random }) {
      for (const kind of KINDS) {
        const { id } = await create(request, kind, random);
        for (const path of [kind.path, `${kind.path}/${id}`]) {
          const answer = await request('OPTIONS', path);
          expectThat(answer, answer.status >= 200 && answer.status < 300, '204 (another 2xx will do)');
        }
      }
    },
  },
];
