import { Answer } from './answer.ts';
import type { RequestOptions } from './request.ts';

const USUAL = 20;
const MOST = 100;

/** Sends one request and gives its answer. */
export type Send = (method: string, path: string, options?: RequestOptions) => Promise<Answer>;

/**
 * Sends requests to a tracker whose lists come in pages, for checks that are about whole lists: where one page is not
 * enough, it asks for as many as it takes and gives them as one answer.
 */
export function readingWholeLists(send: Send): Send {
  return async (method, path, options) => {
    const answer = await send(method, path, options);
    const list = method === 'GET' && /^\/(?:tasks|leads)(?=$|\?)/.test(path) && options?.whole !== false;
    if (!list || itemsOf(answer)?.length !== USUAL) return answer;
    const ask = (page: number): Promise<Answer> =>
      send(
        method,
        `${path}${path.includes('?') ? '&' : '?'}pageSize=${MOST}${page > 1 ? `&page=${page}` : ''}`,
        options,
      );
    const first = await ask(1);
    const all: unknown[] = [];
    let last = first;
    for (let page = 2; ; page += 1) {
      const items = itemsOf(last);
      if (items === undefined) return last;
      all.push(...items);
      if (items.length < MOST) break;
      last = await ask(page);
    }
    return last === first ? first : joined(first, all);
  };
}

function itemsOf(answer: Answer): readonly unknown[] | undefined {
  if (answer.status !== 200) return undefined;
  const items: unknown = answer.json();
  return Array.isArray(items) ? items : undefined;
}

function joined(first: Answer, all: readonly unknown[]): Answer {
  const { exchange, status, reason, headers } = first;
  const whole = new Answer(exchange, {
    status,
    reason,
    rawHeaders: headers.flat(),
    bytes: Buffer.from(JSON.stringify(all)),
  });
  whole.again = first.again;
  return whole;
}
