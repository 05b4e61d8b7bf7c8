import { pause } from '../src/child.ts';
import { Failure } from '../src/failure.ts';
import type { Answer } from '../src/http.ts';
import type { Instance } from '../src/instance.ts';
import { once } from '../src/once.ts';
import type { Person } from '../src/people.ts';
import type { Random } from '../src/random.ts';
import { Relay } from '../src/relay.ts';
import { readResource } from '../src/resource.ts';
import { signOut } from './accounts-steps.ts';
import { create, KINDS, type Kind, LEADS, type Send, TASKS } from './kinds.ts';

/** How long a tracker may take to notice that its database is away. The contract says about a second. */
export const AWAY_LIMIT = 3000;
const BACK_LIMIT = 5000;
const WRITERS = 24;
const ENOUGH = 8;

/** What one process did, and another one then had. */
export interface Seen {
  readonly answer: Answer;
  readonly expected: unknown;
  readonly what: string;
}

/** Fields of one task or lead that were changed at both processes at the same moment, each by its own request. */
export interface Together {
  readonly name: string;
  readonly statuses: readonly number[];
  /** Whether every change is there afterwards. */
  readonly kept: boolean;
}

/** What a process answered while its database was away, and once it was back; or why there was no answer. */
export interface Away {
  readonly during: Answer | Failure;
  /** Whether it has printed a line about it meanwhile. */
  readonly logged: boolean;
  readonly after: Answer | Failure;
}

/** Answers to people who signed in at one of the processes. */
export interface Sessions {
  /** At the first process, to somebody who has registered at the second. */
  readonly known: Answer;
  /** The same, once they have signed out at the second. */
  readonly signedOut: Answer;
  /** At the third process, which was started later. */
  readonly restarted: Answer;
  /** Signing in at the third process, which runs as in production. */
  readonly signedIn: Answer;
}

/** Two processes that begin together on one database, one of them killed in the middle of its work, and a third after them. */
export interface DatabaseLife {
  /** What the second process read of the first, and the first of the second. */
  readonly agreed: readonly Seen[];
  readonly together: readonly Together[];
  /** How many the second process had acknowledged when it was killed, and which of them are not there. */
  readonly acknowledged: number;
  readonly lost: readonly number[];
  /** What the third process has of what was there before. */
  readonly kept: readonly Seen[];
  /** The id that was deleted last, and the next that was given, by the third process. */
  readonly ids: { readonly deleted: number; readonly next: number; readonly answer: Answer };
  /** What became of sessions meanwhile; undefined where nobody signs in. */
  readonly sessions: Sessions | undefined;
  /** What the third process answered while its database was gone, and while it hung; and once it was back. */
  readonly away: Readonly<Record<'gone' | 'hung', Away>>;
}

/** Lived once a run: the checks look at it from different sides. */
export const databaseLife = once('life.database', async (tracker): Promise<DatabaseLife> => {
  const { random, launch } = tracker;
  const DATABASE_URL = await tracker.database();
  const start = (env: Record<string, string>): Promise<Instance> => launch({ env, api: true });
  const [first, second] = await Promise.all([start({ DATABASE_URL }), start({ DATABASE_URL })]);
  const ana = first.accounts ? await first.newcomer('ana', random.email()) : undefined;
  const [atFirst, atSecond] = [asking(first, ana), asking(second, ana)];
  const before = await fill(atFirst, random);
  const agreed = await compare(atFirst, atSecond, before, random);
  const left = ana && (await leave(first, second, random));
  const together = await changeTogether(atFirst, atSecond, random);
  const acknowledged = await writeUntilKilled(second, atSecond, random);
  const deleted = (await create(atFirst, TASKS, random)).id;
  await atFirst('DELETE', `/tasks/${deleted}`);
  await first.stop();

  const relay = await Relay.open(DATABASE_URL);
  const third = await start({ DATABASE_URL: relay.address, NODE_ENV: 'production' });
  const atThird = asking(third, ana);
  const kept = await readAgain(atThird, before);
  const lost: number[] = [];
  for (const id of acknowledged) if ((await atThird('GET', `/tasks/${id}`)).status !== 200) lost.push(id);
  const answer = await atThird('POST', '/tasks', { json: TASKS.minimal(random) });
  const ids = { deleted, next: readResource(answer.json(), answer, 'a task').id, answer };
  const sessions = ana && left && { ...left, ...(await comeBack(third, ana)) };
  const gone = await takeAway(third, ana, () => relay.cut(), relay);
  const hung = await takeAway(third, ana, () => relay.hang(), relay);
  await third.stop();
  relay.close();
  return {
    agreed,
    together,
    acknowledged: acknowledged.length,
    lost,
    kept,
    ids,
    sessions,
    away: { gone, hung },
  };
});

function asking(instance: Instance, as: Person | undefined): Send {
  return (method, path, options) => instance.request(method, path, { ...options, ...(as && { as }) });
}

async function leave(
  first: Instance,
  second: Instance,
  random: Random,
): Promise<Pick<Sessions, 'known' | 'signedOut'>> {
  const as = await second.newcomer('ana', random.email());
  const known = await first.request('GET', '/auth/me', { as });
  await signOut(second, as);
  return { known, signedOut: await first.request('GET', '/auth/me', { as }) };
}

async function comeBack(third: Instance, as: Person): Promise<Pick<Sessions, 'restarted' | 'signedIn'>> {
  const { email, password } = as;
  const restarted = await third.request('GET', '/auth/me', { as });
  const signedIn = await third.request('POST', '/auth/login', { json: { email, password }, as: 'nobody' });
  return { restarted, signedIn };
}

type Filled = readonly { readonly path: string; readonly value: unknown }[];

async function fill(send: Send, random: Random): Promise<Filled> {
  const lead = await create(send, LEADS, random, { email: random.email(), company: random.company() });
  const task = await create(send, TASKS, random, {
    leadId: lead.id,
    notes: `${random.text(20)}\n${random.text(9)}`,
  });
  const [done, moved] = [
    await send('PATCH', `/tasks/${task.id}`, { json: { status: 'done' } }),
    await send('PATCH', `/leads/${lead.id}`, { json: { stage: 'contacted' } }),
  ];
  return [
    { path: `/tasks/${task.id}`, value: done.json() },
    { path: `/leads/${lead.id}`, value: moved.json() },
  ];
}

async function readAgain(send: Send, filled: Filled): Promise<Seen[]> {
  const seen: Seen[] = [];
  for (const { path, value } of filled)
    seen.push({ answer: await send('GET', path), expected: value, what: 'as it was left' });
  return seen;
}

async function compare(first: Send, second: Send, before: Filled, random: Random): Promise<Seen[]> {
  const seen = await readAgain(second, before);
  for (const kind of KINDS) {
    const made = await create(second, kind, random);
    const path = `${kind.path}/${made.id}`;
    seen.push({
      answer: await first('GET', path),
      expected: made,
      what: `the ${kind.name} of the other process`,
    });
    const changed = await first('PATCH', path, { json: { notes: random.letters(9) } });
    const now = { answer: await second('GET', path), expected: changed.json() };
    seen.push({ ...now, what: `the ${kind.name} as the other process changed it` });
  }
  return seen;
}

async function changeTogether(first: Send, second: Send, random: Random): Promise<Together[]> {
  const seen: Together[] = [];
  for (const kind of [...KINDS, ...KINDS, ...KINDS, ...KINDS]) {
    const { id } = await create(first, kind, random);
    const path = `${kind.path}/${id}`;
    const changes = changesFor(kind, random.letters(9));
    const answers = await Promise.all(
      Object.entries(changes).map(([field, value], index) =>
        (index % 2 === 0 ? first : second)('PATCH', path, { json: { [field]: value } }),
      ),
    );
    const after: unknown = (await first('GET', path)).json();
    const kept = Object.entries(changes).every(([field, value]) => Object(after)[field] === value);
    seen.push({ name: kind.name, statuses: answers.map(({ status }) => status), kept });
  }
  return seen;
}

function changesFor(kind: Kind, word: string): Readonly<Record<string, string>> {
  return kind === TASKS
    ? { title: word, notes: word, status: 'doing' }
    : { name: word, notes: word, company: word, stage: 'contacted' };
}

/** Writes at once and kills the process as soon as it has acknowledged a few. Gives the ids it acknowledged. */
async function writeUntilKilled(server: Instance, send: Send, random: Random): Promise<number[]> {
  const acknowledged: number[] = [];
  const write = async (): Promise<void> => {
    const answer = await send('POST', '/tasks', { json: TASKS.minimal(random) });
    if (answer.status === 201) acknowledged.push(readResource(answer.json(), answer, 'a task').id);
    if (acknowledged.length >= ENOUGH) server.child.kill();
  };
  await Promise.allSettled(Array.from({ length: WRITERS }, write));
  server.child.kill();
  await server.exited;
  return acknowledged;
}

async function takeAway(
  server: Instance,
  as: Person | undefined,
  take: () => void,
  relay: Relay,
): Promise<Away> {
  const ask = (limit: number): Promise<Answer | Failure> =>
    server.request('GET', '/tasks', { ...(as && { as }), limit }).catch((error: unknown) => {
      if (error instanceof Failure) return error;
      throw error;
    });
  const printed = (): number => server.stdout.length + server.stderr.length;
  const before = printed();
  take();
  const during = await ask(AWAY_LIMIT);
  relay.mend();
  const deadline = Date.now() + BACK_LIMIT;
  for (;;) {
    const after = await ask(BACK_LIMIT);
    if (after instanceof Failure || after.status === 200 || Date.now() > deadline)
      return { during, after, logged: printed() > before };
    await pause(50);
  }
}
