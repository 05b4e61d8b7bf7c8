import { enter } from './enter.ts';
import { copyRow } from './row-copies.ts';
import type { Subject } from './subject.ts';

/** How many tasks one person has. */
export const MANY = 10_000;
const TITLE = 'call the printer about the flyers';
const TURNS = 3;

/** What one look at the list of somebody who has very many tasks costs. */
export interface LongList {
  /** Tasks in the answer of the API, its kilobytes, and how long it took: the median of three. */
  readonly tasks: number;
  readonly kilobytes: number;
  readonly milliseconds: number;
  /** Elements in the page that the server draws, its kilobytes, and how long it took: the median of three. */
  readonly page: { readonly elements: number; readonly kilobytes: number; readonly milliseconds: number };
}

/** Gives one person very many tasks and looks at their list, in the API and on the page. Throws Unmeasured. */
export async function measureLongList(subject: Subject): Promise<LongList> {
  const server = await subject.server({ database: 'empty', web: true });
  return subject.attempt(async () => {
    const as = await enter(server, 'ana');
    const made = await server.request('POST', '/tasks', { json: { title: TITLE }, as });
    if (made.status !== 201) throw made.fail('201');
    await copyRow(server.settings.DATABASE_URL ?? '', TITLE, MANY - 1);
    const cookie = as === 'nobody' ? {} : { headers: { cookie: `access=${as.access}` } };
    const list = await look(`http://127.0.0.1:${server.port}/tasks`, cookie);
    const { text, ...page } = await look(`http://127.0.0.1:${server.pagePort}/tasks`, cookie);
    const items: unknown = JSON.parse(list.text);
    await server.stop();
    return {
      tasks: Array.isArray(items) ? items.length : Number.NaN,
      kilobytes: list.kilobytes,
      milliseconds: list.milliseconds,
      page: { elements: countElements(text), ...page },
    };
  });
}

async function look(url: string, options: RequestInit) {
  const times: number[] = [];
  let text = '';
  for (let turn = 0; turn < TURNS; turn += 1) {
    const begun = performance.now();
    text = await (await fetch(url, options)).text();
    times.push(performance.now() - begun);
  }
  const [, median = Number.NaN] = times.sort((a, b) => a - b);
  return { text, kilobytes: Math.round(Buffer.byteLength(text) / 1000), milliseconds: Math.round(median) };
}

// What a framework sends along for itself is in scripts.
function countElements(html: string): number {
  return html.replaceAll(/<script\b[\s\S]*?<\/script>/g, '').match(/<[a-z][^>]*>/gi)?.length ?? 0;
}
