import type { Check } from '../src/check.ts';
import { expectListed } from '../src/expect.ts';
import { expectAllow, expectRefused } from '../src/expect-http.ts';
import { otherSpellings } from './characters.ts';
import { create, KINDS, TASKS } from './kinds.ts';

const NOT_IDS = ['0', '-1', '1.5', 'abc', '99999999999999999999'];

/** What is not there, and what cannot be done with what is there. */
export const httpNotFoundChecks: readonly Check[] = [
  {
    id: 'http.unknown-path',
    since: '01',
    capability: 'http',
    title: 'an unknown path is answered 404, whatever the method',
    why: 'Someone who mistyped an address should learn that at once, and not wait for an answer that never comes.',
    hints: [
      'What does your server do when none of its paths fits?',
      'Look at the end of the place that compares methods and paths.',
      'When no path matched, answer 404 with a problem of the type /problems/not-found.',
    ],
    async run({ request, random }) {
      const path = `/${random.token()}`;
      for (const unknown of [path, `/tasks${path}/x`, '/task', '/leadsx']) {
        expectRefused(await request('GET', unknown), 404);
      }
      expectRefused(await request('POST', path, { json: TASKS.minimal(random) }), 404);
      expectRefused(await request('DELETE', `${path}/1`), 404);
      expectRefused(await request('OPTIONS', path), 404, 'what is not there takes no method');
    },
  },
  {
    id: 'http.unknown-id',
    since: '01',
    capability: 'http',
    title: 'DELETE of an id that nothing has answers 404, the second time too',
    why: '404 tells a client that it holds an old or a mistyped id. A 204 would say that there was something to delete.',
    hints: [
      'How does the part that speaks HTTP learn that there was nothing to delete?',
      'Look at what deleting gives back, or throws, when the id is unknown, and what the answer makes of it.',
      'Let the store say "not found", and turn exactly that into status 404.',
    ],
    async run({ request, random }) {
      for (const kind of KINDS) {
        const { id } = await create(request, kind, random);
        await request('DELETE', `${kind.path}/${id}`);

        expectRefused(await request('DELETE', `${kind.path}/${id}`), 404, 'it is deleted already');
        expectRefused(await request('DELETE', `${kind.path}/${id + 4321}`), 404, 'it never was');
      }
    },
  },
  {
    id: 'http.id-no-integer',
    since: '01',
    capability: 'http',
    title: 'an id that is not a positive integer is answered 404',
    why: 'Lenient parsing is dangerous here: who asks to delete 12abc may not lose task 12.',
    hints: [
      'What do parseInt("12abc") and Number("0x1") give? Is that what the person meant?',
      'Look where the id is cut out of the path and made a number.',
      'Ask first whether the text is digits only and does not begin with 0; anything else is a 404 before anything is looked up.',
    ],
    async run({ request, random, domain }) {
      for (const kind of KINDS) {
        const { id } = await create(request, kind, random);
        for (const text of [...NOT_IDS, `${id}abc`, `${id}.5`, `-${id}`, ...otherSpellings(id)]) {
          expectRefused(await request('DELETE', `${kind.path}/${text}`), 404, `${text} is no id`);
        }
        expectListed(kind === TASKS ? await domain.listTasks() : await domain.listLeads(), id);
      }
    },
  },
  {
    id: 'http.broken-escape',
    since: '01',
    capability: 'http',
    title: 'a path with a broken % escape is answered 404',
    why: 'Decoding such a path throws. What throws on a client\'s mistake must not become "our server is broken".',
    hints: [
      'What does decodeURIComponent("%zz") do?',
      'Look where the path is decoded, if your code or your framework does that, and who catches.',
      'Decode inside a try, and treat what cannot be decoded as a path that does not exist.',
    ],
    async run({ request }) {
      for (const path of ['/tasks/%zz', '/leads/%', '/%E0%A4%A']) {
        expectRefused(await request('DELETE', path), 404, 'nothing can have that address');
      }
    },
  },
  {
    id: 'http.method-not-allowed',
    since: '01',
    capability: 'http',
    title: 'a known path with another method answers 405',
    why: '404 means: wrong address. 405 means: right address, wrong verb. The two send a person looking in different places.',
    hints: [
      'What is different between "there is nothing here" and "you cannot do that here"?',
      'Look at how method and path are compared: both at once, or the path first?',
      'Look for the path first; when it is known but not with this method, answer 405 with a problem of the type /problems/method-not-allowed.',
    ],
    async run({ request, random }) {
      for (const kind of KINDS) {
        const { id } = await create(request, kind, random);
        expectRefused(await request('PUT', kind.path, { json: kind.minimal(random) }), 405);
        expectRefused(await request('DELETE', kind.path), 405);
        expectRefused(await request('PUT', `${kind.path}/${id}`, { json: kind.minimal(random) }), 405);
        expectRefused(await request('POST', `${kind.path}/${id}`, { json: kind.minimal(random) }), 405);
      }
    },
  },
  {
    id: 'http.allow',
    since: '01',
    capability: 'http',
    title: 'a 405 lists in Allow what the path does take',
    why: 'A refusal that says what would have worked saves a trip to the documentation. HTTP demands it (RFC 9110).',
    hints: [
      'Your server refuses a method. How does it know which ones it would have taken?',
      'Look where the 405 is decided: can the methods of that path be listed there?',
      'Collect the methods of every route with this path, join them with commas, and send them as Allow.',
    ],
    async run({ request, random }) {
      for (const kind of KINDS) {
        const { id } = await create(request, kind, random);
        expectAllow(await request('PUT', kind.path, { json: {} }), ['GET', 'POST']);
        expectAllow(await request('PUT', `${kind.path}/${id}`, { json: {} }), ['DELETE']);
      }
    },
  },
];
