import type { Check, Tracker } from '../src/check.ts';
import { expectThat } from '../src/expect.ts';
import { listHeader } from '../src/expect-http.ts';
import type { Answer } from '../src/http.ts';
import { create, KINDS } from './kinds.ts';
import { LISTED, settledLife, UNLISTED } from './lives.ts';
import { ALLOW, expectAllowed, expectPreflight, PAGE, preflight, seen } from './preflight.ts';

/** The answers that a server with CORS_ORIGIN gave to pages of these origins. */
async function answersTo(tracker: Tracker, origins: readonly string[]): Promise<[Answer, string][]> {
  const { origins: answers } = await settledLife(tracker);
  return answers.flatMap((answer): [Answer, string][] => {
    const [, origin = ''] = answer.exchange.headers.find(([name]) => name === 'Origin') ?? [];
    // A server of its own had these settings: by hand only the whole check repeats it.
    answer.again = undefined;
    return origins.includes(origin) ? [[answer, origin]] : [];
  });
}

/** What a browser asks of a server before it lets a page of another origin in. */
export const httpCorsChecks: readonly Check[] = [
  {
    id: 'cors.answers',
    since: '01',
    capability: 'http',
    title: 'pages from any origin may read the answers',
    why: 'A browser hides what another site answered, unless that site agrees. curl never asks, so it works there.',
    hints: [
      'Who enforces the rules about origins: the server, or the browser?',
      'Look where headers are set that every answer should have.',
      `Send ${ALLOW}: * with every answer, before anything else can answer.`,
    ],
    async run({ request, random }) {
      const headers = { Origin: PAGE };
      for (const kind of KINDS) {
        expectAllowed(await request('GET', kind.path, { headers }), ['*', PAGE]);
        expectAllowed(await request('POST', kind.path, { json: kind.minimal(random), headers }), ['*', PAGE]);
      }
    },
  },
  {
    id: 'cors.errors',
    since: '01',
    capability: 'http',
    title: 'pages from any origin may read the errors too',
    why: 'Without the header a page sees "network error" instead of your careful message.',
    hints: [
      'Which of your answers has the header: those that went well, or all?',
      'Look at the way an error takes: does it pass the place where the header is set?',
      'Set the header first of all, on the response, so that whoever answers later sends it along.',
    ],
    async run({ request }) {
      const headers = { Origin: PAGE };
      expectAllowed(await request('GET', '/nothing-here', { headers }), ['*', PAGE]);
      expectAllowed(await request('DELETE', '/tasks/abc', { headers }), ['*', PAGE]);
      expectAllowed(await request('PUT', '/leads', { headers, json: {} }), ['*', PAGE]);
      expectAllowed(await request('POST', '/tasks', { headers, json: {} }), ['*', PAGE]);
    },
  },
  {
    id: 'cors.preflight',
    since: '01',
    capability: 'http',
    title: 'a preflight is answered with what may be sent',
    why: 'Before a page may DELETE, or POST JSON, the browser asks with OPTIONS. No answer, no request.',
    hints: [
      'Open the network tab of a browser: which request comes before your POST?',
      'Look what your server answers to OPTIONS with an Origin.',
      'Answer 204 with Access-Control-Allow-Origin, Access-Control-Allow-Methods (all you have) and Access-Control-Allow-Headers: content-type.',
    ],
    async run({ request, random }) {
      for (const kind of KINDS) {
        const { id } = await create(request, kind, random);
        const post = await request('OPTIONS', kind.path, { headers: preflight('POST') });
        expectPreflight(post, 'POST', ['*', PAGE]);
        const remove = await request('OPTIONS', `${kind.path}/${id}`, { headers: preflight('DELETE') });
        expectPreflight(remove, 'DELETE', ['*', PAGE]);
      }
    },
  },
  {
    id: 'cors.listed',
    since: '01',
    capability: 'http',
    title: 'with CORS_ORIGIN each listed origin is answered by its name',
    why: 'The header takes one origin or *, never a list. Vary keeps a cache from giving one site the answer for another.',
    hints: [
      'CORS_ORIGIN names two origins, the header may hold one. Which?',
      'Look where the environment is read, and where the header gets its value.',
      `Split CORS_ORIGIN at the commas; when the request's Origin is in the list, send it back as ${ALLOW}, together with Vary: Origin.`,
    ],
    isolated: true,
    async run(tracker) {
      for (const [answer, origin] of await answersTo(tracker, LISTED)) {
        expectAllowed(answer, [origin]);
        const vary = listHeader(answer, 'vary');
        const varies = vary.includes('origin') || vary.includes('*');
        expectThat(answer, varies, 'Vary: Origin', seen(answer, 'Vary'));
        if (answer.exchange.method === 'OPTIONS') expectPreflight(answer, 'POST', [origin]);
      }
    },
  },
  {
    id: 'cors.unlisted',
    since: '01',
    capability: 'http',
    title: 'with CORS_ORIGIN no other origin is allowed',
    why: 'The list is there to keep other sites from acting with the rights of your users.',
    hints: [
      'What should a page find in the answer whose origin is not in the list?',
      'Look how you compare: the whole origin, or only how it begins?',
      `Compare origins with ===. When none fits, leave ${ALLOW} out; the answer itself stays as it is.`,
    ],
    isolated: true,
    async run(tracker) {
      for (const [answer, origin] of await answersTo(tracker, UNLISTED)) {
        const allowed = answer.header(ALLOW);
        const wrong = allowed === '*' || allowed === origin;
        const expected = `no ${ALLOW} for ${origin}\n(CORS_ORIGIN=${LISTED.join(',')})`;
        expectThat(answer, !wrong, expected, seen(answer, ALLOW));
      }
    },
  },
];
