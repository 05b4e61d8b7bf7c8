import { Failure } from '../conformance/src/failure.ts';
import { type Answer, HttpClient } from '../conformance/src/http.ts';
import { tell } from './src/card.ts';
import { type Experiment, runExperiment } from './src/experiment.ts';
import type { Subject } from './src/subject.ts';
import { addTasks, isTask, listTitles, missing, readTasks, type Task } from './src/titles.ts';

const EACH = 25;
const PAIRS = 10;

/** Two writers: two sessions of 00 on one data file, then two clients of 01's one server. */
export const experiment: Experiment = {
  stage: '01-http',
  title: 'Can two terminals share one list?',

  async measure(lab) {
    const before = lab.reference('00-cli');
    const after = lab.mine ?? lab.reference('01-http');
    const clients = await writeToServer(after);
    const sessions = await writeInSessions(before, lab.temporary('sessions.json'));
    const commands = await writeInPairs(before, lab.temporary('commands.json'));

    const wrong: string[] = [];
    if (sessions.lost === 0) wrong.push(`${before.name}: two sessions on one file lost nothing.`);
    if (clients.lost > 0)
      wrong.push(
        `${after.name}: ${clients.lost} of ${clients.added} tasks were accepted and are not in the list.`,
      );
    if (clients.ids < clients.added)
      wrong.push(`${after.name}: ${clients.added} tasks were given only ${clients.ids} different ids.`);
    return {
      table: [
        ['', '', 'added', 'found', 'unique ids', 'lost'],
        row(before, 'two sessions', sessions),
        row(before, 'paired commands', commands),
        row(after, 'two clients', clients),
      ],
      figures: { before: before.name, after: after.name, sessions, commands, clients },
      wrong,
      means: `Each process of 00 reads the file, changes its own copy and writes all of it back, over whatever another
        wrote meanwhile: sessions always collide, quick commands whenever they overlap. With a server one process owns
        the list and everyone asks it, so there is nothing to overwrite.`,
      next: lab.mine
        ? './strata check'
        : './strata start 01, and ./strata feel 01 --mine once your server takes POST /tasks.',
    };
  },
};

/** What two writers added, how much of it is there afterwards, and how many different ids were given out. */
interface Writing {
  readonly added: number;
  readonly found: number;
  readonly lost: number;
  readonly ids: number;
}

function row(subject: Subject, how: string, { added, found, ids, lost }: Writing) {
  return [subject.name, how, `${added}`, `${found}`, tell(ids, ids === added), tell(lost, lost === 0)];
}

/** Both sessions have read the file before either writes: so the loss is certain, as for two people at work. */
async function writeInSessions(subject: Subject, file: string): Promise<Writing> {
  return subject.attempt(async () => {
    const sessions = [await subject.session('--file', file), await subject.session('--file', file)] as const;
    await Promise.all(sessions.map((session) => listTitles(session)));
    const added = await Promise.all(
      sessions.map((session, at) => addTasks(session, `Terminal ${at + 1}:`, EACH)),
    );
    await Promise.all(sessions.map((session) => session.finish()));
    return count(added.flat(), await readFile(subject, file));
  });
}

/** A command of each terminal at the same moment, again and again: how many collide is left to chance. */
async function writeInPairs(subject: Subject, file: string): Promise<Writing> {
  return subject.attempt(async () => {
    const added: Task[] = [];
    for (let pair = 1; pair <= PAIRS; pair += 1) {
      const titles = [`Terminal 1: ${pair}`, `Terminal 2: ${pair}`];
      const tasks = await Promise.all(titles.map((title) => subject.command('--file', file, 'add', title)));
      added.push(...tasks.map(({ value }) => readTask(value)));
    }
    return count(added, await readFile(subject, file));
  });
}

async function readFile(subject: Subject, file: string): Promise<string[]> {
  const { value } = await subject.command('--file', file, 'list');
  return (readTasks(value) ?? []).map(({ title }) => title);
}

async function writeToServer(subject: Subject): Promise<Writing> {
  const server = await subject.server();
  return subject.attempt(async () => {
    const clients = [new HttpClient(server.port), new HttpClient(server.port)];
    try {
      const adding = clients.flatMap((client, at) =>
        Array.from({ length: EACH }, (_, number) =>
          client.request('POST', '/tasks', { json: { title: `Client ${at + 1}: ${number + 1}` } }),
        ),
      );
      const added = (await Promise.all(adding)).map((answer) => readTask(answer.json(), answer));
      const answer = await server.request('GET', '/tasks');
      const list = readTasks(answer.json());
      if (list === undefined) throw answer.fail('a list of tasks');
      return count(
        added,
        list.map(({ title }) => title),
      );
    } finally {
      for (const client of clients) client.close();
    }
  });
}

function readTask(value: unknown, answer?: Answer): Task {
  if (isTask(value)) return value;
  throw answer?.fail('the task') ?? new Failure({ expected: 'the task', came: 'something else' });
}

function count(added: readonly Task[], found: readonly string[]): Writing {
  const lost = missing(added, found);
  return {
    added: added.length,
    found: added.length - lost,
    lost,
    ids: new Set(added.map(({ id }) => id)).size,
  };
}

if (import.meta.main) process.exitCode = await runExperiment(experiment, process.argv.slice(2));
