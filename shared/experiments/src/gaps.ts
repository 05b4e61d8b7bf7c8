import { Failure } from '../../conformance/src/failure.ts';
import type { Answer } from '../../conformance/src/http.ts';
import type { Instance } from '../../conformance/src/server.ts';
import { read } from './json-value.ts';
import type { Malformed } from './malformed-request.ts';
import { begin, get, goOn, LIMIT, list, type Running } from './running.ts';
import type { Subject } from './subject.ts';

const BUDGET = 10_000;

/** A malformed request to which the tracker did something else than the contract says. */
export interface Gap {
  readonly name: string;
  readonly sent: string;
  readonly expected: string;
  readonly came: string;
  /** The server ended. */
  readonly died: boolean;
}

export interface Survey {
  readonly sent: number;
  readonly gaps: readonly Gap[];
  /** How many were not sent any more, because those before had taken too long. */
  readonly unsent: number;
}

/**
 * Sends malformed requests to a tracker, one after the other, and starts it again whenever it dies. Those of stage 02
 * are sent only where /openapi.json is answered.
 * @param subject the tracker
 * @param requests what to send
 * @param budget milliseconds after which nothing more is sent
 * @throws Unmeasured when it does not start or does not take a proper task and lead
 */
export async function findGaps(
  subject: Subject,
  requests: readonly Malformed[],
  budget = BUDGET,
): Promise<Survey> {
  let running = await begin(subject);
  const chosen = interleave(await chooseFor(subject, running.server, requests));
  const begun = Date.now();
  const gaps: Gap[] = [];
  let sent = 0;
  for (const one of chosen) {
    if (Date.now() - begun > budget) break;
    sent += 1;
    const came = await tryOne(running, one);
    if (came === undefined) continue;
    const { ended } = running.server.child;
    gaps.push(describeGap(running, one, ended === undefined ? came : 'the server died'));
    running = await goOn(subject, running);
  }
  await running.server.stop('SIGKILL');
  return { sent, unsent: chosen.length - sent, gaps };
}

async function chooseFor(
  subject: Subject,
  server: Instance,
  requests: readonly Malformed[],
): Promise<readonly Malformed[]> {
  const document = await subject.attempt(() => get(server, '/openapi.json'));
  return document.status === 200 ? requests : requests.filter(({ since }) => since === '01');
}

/** One of each expectation in turn, so that what is sent first, and listed first, is of every sort. */
function interleave(requests: readonly Malformed[]): Malformed[] {
  const sorts = [...Map.groupBy(requests, ({ expected }) => expected.status).values()];
  const longest = Math.max(...sorts.map((sort) => sort.length));
  return Array.from({ length: longest }, (_, at) => sorts.flatMap((sort) => sort[at] ?? [])).flat();
}

function describeGap({ server, id }: Running, one: Malformed, came: string): Gap {
  const sent = `${one.method} ${fill(one.path, id)}`;
  const died = server.child.ended !== undefined;
  return { name: one.name, sent, expected: one.expected.says, came, died };
}

function fill(path: string, id: number): string {
  return path.replaceAll(':id', String(id));
}

/** What was wrong, or undefined when the tracker did what the contract says. */
async function tryOne({ server, id, holds }: Running, one: Malformed): Promise<string | undefined> {
  try {
    const answer = await send(server, one, id);
    const now = await list(server);
    if (now !== holds)
      return answer === undefined ? 'it was stored' : `${answer.status}, and the lists changed`;
    return answer === undefined || one.expected.holds(answer) ? undefined : describe(answer);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return /no answer within|nothing within/.test(error.facts.came)
      ? `no answer within ${LIMIT / 1000} s`
      : error.facts.came;
  }
}

async function send(server: Instance, one: Malformed, id: number): Promise<Answer | undefined> {
  if (one.raw === undefined)
    return server.request(one.method, fill(one.path, id), { ...one.options, limit: LIMIT });
  const connection = await server.connect();
  connection.send(one.raw);
  await get(server, '/tasks'); // an answer to what came later: the server has seen the beginning
  connection.hangUp();
  return undefined;
}

function describe(answer: Answer): string {
  const type = answer.mediaType === 'application/problem+json' ? safeType(answer) : answer.mediaType;
  return `${answer.status} ${String(type)}`.trim();
}

function safeType(answer: Answer): unknown {
  try {
    const errors = read(answer.json(), 'errors');
    const paths = Array.isArray(errors)
      ? ` at ${errors.map((error) => JSON.stringify(read(error, 'path'))).join(', ')}`
      : '';
    return `${String(read(answer.json(), 'type'))}${paths}`;
  } catch {
    return 'a problem that is not JSON';
  }
}
