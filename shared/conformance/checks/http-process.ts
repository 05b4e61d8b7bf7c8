import type { Check } from '../src/check.ts';
import { expectThat } from '../src/expect.ts';
import { Failure } from '../src/failure.ts';
import { lastLines } from '../src/output.ts';
import { describeEnd } from '../src/start-problem.ts';
import { END_LIMIT, type Life, plainLife, settledLife } from './lives.ts';

function told({ signal }: Life): string {
  return `${signal}, while a request was half sent and another connection idle`;
}

function expectAnswered(life: Life): void {
  const expected = '201, though the signal came in the middle of its body';
  const { held } = life;
  if (held instanceof Failure) throw new Failure({ ...held.facts, sent: told(life), expected });
  expectThat({ sent: told(life), came: held.came, again: undefined }, held.status === 201, expected);
}

function expectEnded(life: Life): void {
  const came =
    life.ended === undefined
      ? `it still ran ${END_LIMIT / 1000} s after the last answer`
      : describeEnd(life.ended);
  const evidence = { sent: told(life), came, again: undefined };
  const right = life.ended?.status === 0;
  expectThat(evidence, right, 'the process ends by itself, with exit status 0');
}

/** How the server behaves as a process. */
export const httpProcessChecks: readonly Check[] = [
  {
    id: 'process.ready-line',
    since: '01',
    capability: 'http',
    title: 'the server prints its address when it is ready',
    why: 'Whoever starts it wants to know where it is; and a script waits for that line before it goes on.',
    hints: [
      'How do you know that your server is ready, and where? Ask someone who has not written it.',
      'Look at the moment from which requests are taken: which function of yours is called then?',
      'In the callback of listen, print one line with http://, the host, a colon and the port to standard output.',
    ],
    isolated: true,
    async run(tracker) {
      const { printed, port } = await plainLife(tracker);
      const right = new RegExp(`(?:127\\.0\\.0\\.1|localhost|\\[::1\\]):${port}\\b`).test(printed.stdout);
      const lines = lastLines(printed.stdout, 3);
      const errors = lastLines(printed.stderr, 3).map((line) => `on standard error: ${line}`);
      const came = [...lines, ...errors].join('\n') || 'nothing';
      const evidence = { sent: `PORT=${port}`, came, again: undefined };
      expectThat(evidence, right, `a line on standard output with http://127.0.0.1:${port}`);
    },
  },
  {
    id: 'process.loopback',
    since: '01',
    capability: 'http',
    title: 'without HOST only this machine can reach the server',
    why: 'A program you try out at home should not be open to everyone in the same café.',
    hints: [
      'Who can reach a server that listens on 0.0.0.0? And on 127.0.0.1?',
      'Look at the call that listens: does it say on which interface?',
      'Pass the host beside the port: the value of HOST, or 127.0.0.1 when it is not set.',
    ],
    isolated: true,
    async run(tracker) {
      const { open, port } = await plainLife(tracker);
      const evidence = {
        sent: `PORT=${port}, no HOST`,
        came: 'it listens on all interfaces',
        again: undefined,
      };
      expectThat(evidence, open !== true, 'a server that listens on 127.0.0.1 only');
    },
  },
  {
    id: 'process.host',
    since: '01',
    capability: 'http',
    title: 'HOST chooses the interface',
    why: 'In a container or on a server it has to be reachable from outside; that is a setting, not a change of code.',
    hints: [
      'What differs between your machine and the one it will run on one day? Where do such differences belong?',
      'Look where the port is read from the environment: what else is read there?',
      'Read HOST the same way, with 127.0.0.1 as its default, and hand it to listen.',
    ],
    isolated: true,
    async run(tracker) {
      const { open, port } = await settledLife(tracker);
      const came = 'only 127.0.0.1 is answered';
      const evidence = { sent: `PORT=${port} HOST=0.0.0.0`, came, again: undefined };
      expectThat(evidence, open !== false, 'a server that listens on all interfaces');
    },
  },
  {
    id: 'process.finishes',
    since: '01',
    capability: 'http',
    title: 'a request in hand is finished before the server ends',
    why: 'Servers are stopped and started all the time. Nobody should lose what they were just sending.',
    hints: [
      'What happens to a client in the middle of its request when the process ends at once?',
      'Look at what your program does on SIGTERM; if it does nothing, it is cut off.',
      'On the signal call close on the server: it takes no new connections and lets the requests in hand come to their end.',
    ],
    isolated: true,
    async run(tracker) {
      expectAnswered(await plainLife(tracker));
    },
  },
  {
    id: 'process.sigterm',
    since: '01',
    capability: 'http',
    title: 'SIGTERM ends the server with status 0, idle connections or not',
    why: 'This is how a container is stopped. What does not end in time is killed, with everything it had in hand.',
    hints: [
      'Who still holds a connection after its answer has come, and how long would you wait for them?',
      'Look what keeps the process alive after the last answer: connections, timers, listeners?',
      'Close the server, then the connections that are idle (also those that become idle later); the process ends by itself. Do not call exit while an answer is on its way.',
    ],
    isolated: true,
    async run(tracker) {
      expectEnded(await plainLife(tracker));
    },
  },
  {
    id: 'process.sigint',
    since: '01',
    capability: 'http',
    title: 'SIGINT, the signal of Ctrl+C, does the same',
    why: 'You stop your server with Ctrl+C twenty times a day, perhaps in the middle of a test.',
    hints: [
      'Which signal does a terminal send on Ctrl+C? Is it the one you handle?',
      'Look at the list of signals that your program listens to.',
      'Register the same function for SIGINT and for SIGTERM.',
    ],
    isolated: true,
    async run(tracker) {
      const life = await settledLife(tracker);
      expectAnswered(life);
      expectEnded(life);
    },
  },
  {
    id: 'process.nothing-left',
    since: '01',
    capability: 'http',
    title: 'an ended server leaves nothing behind, and its port is free',
    why: 'A child process that lives on holds the port, and the next start fails with EADDRINUSE.',
    hints: [
      'Has your server started anything that outlives it?',
      'Look for child processes, workers and watchers, and at the command in stage.json.',
      'Let "start" in stage.json start the server itself; whatever you start beside it, end it when you end.',
    ],
    isolated: true,
    async run(tracker) {
      for (const life of [await plainLife(tracker), await settledLife(tracker)]) {
        const left = (life.ended?.leftovers ?? []).map(({ command }) => command);
        const taken = life.portFree ? [] : [`port ${life.port} is still taken`];
        const evidence = { sent: life.signal, came: [...left, ...taken].join('\n'), again: undefined };
        expectThat(evidence, left.length + taken.length === 0, 'no process left, and the port free');
      }
    },
  },
];
