import type { Tracker } from '../src/check.ts';
import { expectThat } from '../src/expect.ts';
import { expectJson } from '../src/expect-http.ts';
import type { Answer } from '../src/http.ts';
import { once } from '../src/once.ts';
import type { Session } from '../src/people.ts';
import { readResources } from '../src/resource.ts';
import { Retold } from '../src/retold.ts';
import { KINDS, type Kind, TASKS } from './kinds.ts';

/** How many there are: two full pages, and one that is not. */
export const MANY = 45;

/** Somebody with more tasks and leads than fit on a page. */
export interface LongList {
  readonly owner: Session;
  /** Their ids in the order of creation, by path. */
  readonly ids: Readonly<Record<Kind['path'], readonly number[]>>;
  /** The word in the title or the name of every third. */
  readonly word: string;
}

/** Made once a run: the checks look at different sides of the same list. */
export const makeLongList = once('paging.list', async (tracker): Promise<LongList> => {
  const owner = await tracker.newcomer('cleo');
  const word = tracker.random.token();
  // In an order of their own: sorted by title is not the order of creation.
  const numbers = tracker.random.shuffle(Array.from({ length: MANY }, (_, index) => index));
  const ids: Record<Kind['path'], number[]> = { '/tasks': [], '/leads': [] };
  for (const { path, required } of KINDS) {
    for (const number of numbers) {
      const text = `${lettersOf(number)} ${number % 3 === 0 ? word : 'other'}`;
      const answer = await tracker.request('POST', path, { as: owner, json: { [required]: text } });
      const [made] = readResources([expectJson(answer, 201)], answer, 'resource');
      ids[path].push(made?.id ?? 0);
    }
  }
  return { owner, ids, word };
});

/** Asks for a part of the long list; a failure tells how to make one like it. */
export async function askList(
  { request }: Tracker,
  { owner, word }: LongList,
  kind: Kind,
  query: string,
): Promise<Answer> {
  const path = `${kind.path}${query}`;
  const answer = await request('GET', path, { as: owner });
  const one = `curl -s -o /dev/null -b ana.jar localhost:3000${kind.path} -H 'content-type: application/json'`;
  const body = `"{\\"${kind.required}\\":\\"$((i * 7 % ${MANY})) ${word}\\"}"`;
  return new Retold(answer, {
    sent: `GET ${path}   of somebody with ${MANY} ${kind === TASKS ? 'tasks' : 'leads'}`,
    again: [
      `for i in $(seq ${MANY}); do ${one} -d ${body}; done`,
      `curl -i -b ana.jar 'localhost:3000${path}'`,
    ].join('\n'),
  });
}

/** The ids on a page. Throws a Failure unless it is 200 and a list. */
export function idsOn(answer: Answer, kind: Kind): number[] {
  return readResources(expectJson(answer, 200), answer, kind.name).map(({ id }) => id);
}

/** Throws a Failure unless X-Total-Count is this number. */
export function expectTotal(answer: Answer, total: number): void {
  const came = answer.header('x-total-count');
  const what = `X-Total-Count: ${total}, of all pages together`;
  expectThat(answer, came === String(total), what, `X-Total-Count: ${came ?? '(not there)'}`);
}

/** The addresses in a Link header by their `rel` (RFC 8288, section 3). */
export function readLinks(answer: Answer): Map<string, string> {
  const links = new Map<string, string>();
  for (const [, address = '', parameters = ''] of (answer.header('link') ?? '').matchAll(
    /<([^>]*)>((?:\s*;\s*[\w*-]+\s*(?:=\s*(?:"[^"]*"|[^",;\s]+))?)*)/g,
  )) {
    const rel = /;\s*rel\s*=\s*(?:"([^"]*)"|([^",;\s]+))/i.exec(parameters);
    for (const name of (rel?.[1] ?? rel?.[2] ?? '').toLowerCase().split(/\s+/)) {
      if (name !== '' && !links.has(name)) links.set(name, address);
    }
  }
  return links;
}

/** The query that a link leads to, in the same list. Throws a Failure when it is not there or leads elsewhere. */
export function followLink(answer: Answer, kind: Kind, rel: string): string {
  const address = readLinks(answer).get(rel);
  const url = address === undefined ? null : URL.parse(address, `http://localhost${answer.exchange.path}`);
  if (url?.pathname === kind.path) return url.search;
  throw answer.fail(
    `a Link with rel="${rel}" to a page of ${kind.path}`,
    `Link: ${answer.header('link') ?? '(not there)'}`,
  );
}

// Two letters: every collation agrees on their order.
function lettersOf(number: number): string {
  return String.fromCharCode(97 + Math.floor(number / 26), 97 + (number % 26));
}
