import { performance } from 'node:perf_hooks';
import autocannon from 'autocannon';

/** How many tasks every answer has to hold. */
export const TASKS = 20;

/** What is asked again and again, and what has to come every time. */
export interface Target {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The whole body of an answer. */
  readonly body: string;
}

/** How long a load goes on: so many seconds, or so many requests. */
export type Load = { readonly connections: number } & (
  | { readonly seconds: number }
  | { readonly requests: number }
);

/** What one load gave. */
export interface Run {
  readonly requestsPerSecond: number;
  /** How much of its time whoever asks was busy, 0 to 1: near 1 it is the one that is measured. */
  readonly askerBusy: number;
}

/** An answer is not the list that it has to be; the message is one sentence. */
export class WrongAnswer extends Error {}

/**
 * Reads the list once, to know what has to come.
 * @param url the address of GET /tasks
 * @param headers who asks
 * @returns what is to be asked under load
 * @throws WrongAnswer unless it is 200 with 20 tasks
 */
export async function takeAim(url: string, headers: Target['headers'] = {}): Promise<Target> {
  const response = await fetch(url, { headers });
  const body = await response.text();
  if (response.status !== 200) throw new WrongAnswer(`GET /tasks answered ${response.status}, not 200.`);
  const count = countTasks(body);
  if (count !== TASKS)
    throw new WrongAnswer(
      `GET /tasks answered ${count ?? 'something else than a list'}, not ${TASKS} tasks.`,
    );
  return { url, headers, body };
}

/**
 * Asks over fixed connections, the next request of each as soon as the last was answered.
 * @param target what is asked, and what has to come
 * @param load over how many connections, how long
 * @throws WrongAnswer when a single answer was not to the byte what has to come, or none came
 */
export async function putUnderLoad(target: Target, load: Load): Promise<Run> {
  const before = performance.eventLoopUtilization();
  const result = await autocannon({
    url: target.url,
    headers: target.headers,
    expectBody: target.body,
    connections: load.connections,
    ...('seconds' in load ? { duration: load.seconds } : { amount: load.requests }),
  });
  const { utilization } = performance.eventLoopUtilization(before);
  const problem = findProblem(result);
  if (problem !== undefined) throw new WrongAnswer(problem);
  const seconds = (result.finish.getTime() - result.start.getTime()) / 1000;
  return { requestsPerSecond: result['2xx'] / seconds, askerBusy: utilization };
}

/** What makes the figures of a load worthless, in a sentence; undefined when every answer was right. */
export function findProblem(result: Counts): string | undefined {
  const { '2xx': good, non2xx, mismatches, errors, timeouts, connections } = result;
  const total = good + non2xx;
  if (errors + timeouts > 0)
    return `${errors} connections failed, ${timeouts} of them because no answer came.`;
  if (non2xx > 0) return `${non2xx} of ${total} answers were not 200.`;
  if (mismatches > 0) return `${mismatches} of ${total} answers were not the list of ${TASKS} tasks.`;
  // At the end one may be under way on each connection. When the server closes one, autocannon opens it again silently.
  const lost = result.requests.sent - total;
  if (lost > connections) return `${lost} of ${result.requests.sent} requests were not answered.`;
  return total === 0 ? 'Nothing was answered.' : undefined;
}

type Counts = Pick<
  autocannon.Result,
  '2xx' | 'non2xx' | 'mismatches' | 'errors' | 'timeouts' | 'connections'
> & { readonly requests: { readonly sent: number } };

function countTasks(body: string): number | undefined {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return undefined;
  }
  return Array.isArray(value) && value.every((one) => typeof one?.title === 'string')
    ? value.length
    : undefined;
}
