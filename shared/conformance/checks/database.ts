import type { Check } from '../src/check.ts';
import { expectSame, expectThat } from '../src/expect.ts';
import { expectObject, expectStatus } from '../src/expect-http.ts';
import { Failure } from '../src/failure.ts';
import type { Answer } from '../src/http.ts';
import { Retold } from '../src/retold.ts';
import { expectProblem } from './accounts-steps.ts';
import { AWAY_LIMIT, type Away, databaseLife, type Seen } from './database-lives.ts';

function told(answer: Answer, sent: string): Answer {
  return new Retold(answer, { sent, again: undefined });
}

function expectSeen(seen: readonly Seen[], how: string): void {
  for (const { answer, expected, what } of seen) {
    const { method, path } = answer.exchange;
    const there = told(answer, `${method} ${path}   ${how}`);
    const came = expectObject(there, 200);
    const fields = Object.keys(Object(expected));
    const part = Object.fromEntries(fields.map((field) => [field, came[field]]));
    expectSame(there, part, expected, what);
  }
}

/** Data that outlive the process: processes that share a database of their own. */
export const databaseChecks: readonly Check[] = [
  {
    id: 'database.two-processes',
    since: '08a',
    capability: 'database',
    title: 'two processes on one database agree',
    why: 'One process is not enough for many people, and not for a restart without a gap. What each remembers for itself divides them.',
    hints: [
      'Start your tracker twice. Which of the two is right?',
      'Look for everything that lives in a variable between two requests: lists, counters, caches.',
      'Keep it in the database and read it there at each request: a store that holds no list of its own.',
    ],
    isolated: true,
    async run(tracker) {
      const { agreed } = await databaseLife(tracker);
      expectSeen(agreed, 'of what the other process on the same database wrote');
    },
  },
  {
    id: 'database.changed-together',
    since: '08a',
    capability: 'database',
    title: 'changes at two processes at the same moment are all kept',
    why: 'Within one process there is one thread. Between two, reading, changing and storing can always be interrupted.',
    hints: [
      'Two processes read the same task, each changes another field, each writes all of it back. What is left?',
      'Look at update: what happens between the SELECT and the UPDATE?',
      'Do both in one transaction that begins with SELECT … FOR UPDATE; or write nothing but the fields that were sent.',
    ],
    isolated: true,
    async run(tracker) {
      const { together } = await databaseLife(tracker);
      // Which of the changes is lost is a matter of chance.
      for (const { name, statuses, kept } of together) {
        const sent = `PATCH of one ${name}   its fields at two processes, a request each, all at once`;
        const failed = statuses.find((status) => status !== 200);
        const lost = kept ? '' : 'all were answered 200, and some of them are lost';
        const evidence = { sent, came: failed === undefined ? lost : String(failed), again: undefined };
        expectThat(evidence, kept && failed === undefined, 'every field as one of the requests set it');
      }
    },
  },
  {
    id: 'database.killed',
    since: '08a',
    capability: 'database',
    title: 'what was acknowledged is there after kill -9 and a restart',
    why: 'Power fails, containers are moved. 201 is a promise: it is written down, not only remembered.',
    hints: [
      'Where is a task at the moment in which you answer 201?',
      'Look for writes that nobody waits for: a missing await, a timer that stores later, an answer before the commit.',
      'Await the insert, or the end of the transaction, and answer then.',
    ],
    isolated: true,
    async run(tracker) {
      const { kept, acknowledged, lost } = await databaseLife(tracker);
      expectSeen(kept, 'in a process that was started after another was killed');
      const came = `${lost.length} of ${acknowledged} are not there: ${lost.join(', ')}`;
      const evidence = {
        sent: 'POST /tasks   many at once, then kill -9 of the process',
        came,
        again: undefined,
      };
      expectThat(evidence, lost.length === 0, `the ${acknowledged} tasks that were answered 201`);
    },
  },
  {
    id: 'database.ids',
    since: '08a',
    capability: 'database',
    title: 'an id is not given a second time after a restart either',
    why: 'Somebody kept the link to a task that was deleted. It must not lead to another one tomorrow.',
    hints: [
      'Who counts the ids: your process, or the database?',
      'Look at how the next id is found: from the highest that is left?',
      'Let the column do it: GENERATED ALWAYS AS IDENTITY, in Prisma @default(autoincrement()).',
    ],
    isolated: true,
    async run(tracker) {
      const { ids } = await databaseLife(tracker);
      const answer = told(
        ids.answer,
        'POST /tasks   after the newest task was deleted and the process restarted',
      );
      const came = 'an id that was given before';
      expectThat(answer, ids.next > ids.deleted, 'an id that no task ever had', came);
    },
  },
  {
    id: 'database.away',
    since: '08a',
    capability: 'database',
    title: 'a database that is gone costs a 503, and nothing once it is back',
    why: 'Databases restart, for updates, on purpose. Nobody should have to restart the tracker after it.',
    hints: [
      'What does your process do when a connection in its pool breaks while nobody uses it?',
      'Look at the pool: is there a listener for its errors? And at the table of errors: what becomes of ECONNREFUSED?',
      'pool.on("error", …); and turn failures of the connection into 503 /problems/unavailable with Retry-After: 1.',
    ],
    isolated: true,
    async run(tracker) {
      expectAway((await databaseLife(tracker)).away.gone, 'while the connections to its database are broken');
    },
  },
  {
    id: 'database.hangs',
    since: '08a',
    capability: 'database',
    title: 'a database that hangs costs a 503 within about a second',
    why: 'A wait without an end takes every connection with it, one after the other, and then the tracker hangs, too.',
    hints: [
      'How long does your code wait for a database that does not answer? Have you ever told it?',
      'Look at the settings of the pool: time for a connection, for a query, for a statement.',
      'connectionTimeoutMillis, query_timeout and statement_timeout, each about a second; what runs into them is a 503.',
    ],
    isolated: true,
    async run(tracker) {
      expectAway((await databaseLife(tracker)).away.hung, 'while its database does not answer');
    },
  },
  {
    id: 'database.away-logged',
    since: '08a',
    capability: 'database',
    title: 'a database that hangs is written into the log of the process',
    why: 'Who runs a tracker learns of an outage from its log, or from the people who call.',
    hints: [
      'Your tracker answered 503 for ten minutes last night. Where does it say so?',
      'Look at where errors are logged: only those that you did not foresee?',
      'Log what becomes a 503, too, once for the answer, with its cause: logger.error(error) before the problem is written.',
    ],
    isolated: true,
    async run(tracker) {
      const { during, logged } = (await databaseLife(tracker)).away.hung;
      const sent = 'GET /tasks   while its database does not answer';
      const evidence = { sent, came: 'no line on its standard output or error', again: undefined };
      expectStatus(answered(during, sent, '503'), 503);
      expectThat(evidence, logged, 'a line about it in the log of the process');
    },
  },
];

function expectAway({ during, after }: Away, how: string): void {
  const sent = `GET /tasks   ${how}`;
  const answer = answered(during, sent, '503   application/problem+json   type /problems/unavailable');
  expectProblem(answer, 503, 'unavailable');
  const retry = answer.header('retry-after');
  expectThat(answer, retry === '1', '503 with Retry-After: 1', `Retry-After: ${retry ?? '(not there)'}`);
  const back = `GET /tasks   after it is back`;
  expectStatus(answered(after, back, '200'), 200);
}

// How long exactly nothing came differs from run to run.
function answered(outcome: Answer | Failure, sent: string, expected: string): Answer {
  if (!(outcome instanceof Failure)) return told(outcome, sent);
  const came = outcome.facts.came.replace(/^no answer within .*/, `no answer within ${AWAY_LIMIT / 1000} s`);
  throw new Failure({ sent, expected, came });
}
