import type { Check } from '../src/check.ts';
import { accepted, expectSame, expectThat } from '../src/expect.ts';
import { expectJson, expectStatus } from '../src/expect-http.ts';
import { telling } from '../src/failure.ts';
import { answerOn, writeHead, writeRequest } from '../src/raw-request.ts';
import { readResource } from '../src/resource.ts';
import { netcatLine, Retold } from '../src/retold.ts';
import { quoteWord } from '../src/words.ts';
import { create, KINDS, TASKS } from './kinds.ts';

// How many at once: as many connections, so not too many.
const MANY = 20;

/** Many clients, slow ones, and ones that leave in the middle. */
export const httpClientChecks: readonly Check[] = [
  {
    id: 'http.slow-client',
    since: '01',
    capability: 'http',
    title: 'a client that is slow with its body keeps nobody waiting',
    why: 'Someone on a train sends half a body and enters a tunnel. Everybody else should not notice.',
    hints: [
      'What does your server do while it waits for the rest of a body?',
      'Look for anything that waits in place: a loop, a synchronous read.',
      'Read bodies by events or with await, so that other requests are answered in between.',
    ],
    async run({ request, connect, random }) {
      const raw = { method: 'POST', path: '/tasks', body: JSON.stringify(TASKS.minimal(random)) };
      const bytes = Buffer.from(raw.body);
      const slow = await connect();
      slow.send(writeHead(raw));
      slow.send(bytes.subarray(0, 9));

      const begun = Buffer.concat([Buffer.from(writeHead(raw)), bytes.subarray(0, 9)]);
      const expected = 'an answer at once, while another client has sent half of its body';
      const waiting = netcatLine(begun, Buffer.alloc(0)).replace("sleep 1; printf ''", 'sleep 9');
      for (const { path } of KINDS) {
        const facts = { expected, again: `${waiting} &\ncurl -i localhost:3000${path}` };
        await telling(facts, async () => expectStatus(await request('GET', path), 200));
      }
      const one = 'curl -i localhost:3000/tasks -H \'content-type: application/json\' -d \'{"title":"x"}\'';
      await telling({ expected, again: `${waiting} &\n${one}` }, () => create(request, TASKS, random));

      slow.send(bytes.subarray(9));
      const again = netcatLine(begun, bytes.subarray(9));
      const late = await answerOn(slow, raw, {
        sent: `POST /tasks   ${raw.body}   its end much later`,
        again,
      });
      expectStatus(late, 201);
      slow.hangUp();
    },
  },
  {
    id: 'http.hang-up',
    since: '01',
    capability: 'http',
    title: 'a client that hangs up in the middle of its body does no harm',
    why: 'It happens all day: a tab is closed, a phone loses its net. What came is half a request, so nothing is created.',
    hints: [
      'Which event tells that a connection has gone? Does your code wait for the end of the body for ever, or throw?',
      'Look what happens to an error that comes while the body is read: who catches it?',
      'Catch errors of the reading like those of the rest; when the request was cut short, store nothing and do not try to answer.',
    ],
    async run({ request, connect, random, domain }) {
      for (const kind of KINDS) {
        const { id } = await create(request, kind, random);
        const values = kind.minimal(random);
        const cut = { method: 'POST', path: kind.path, body: `${JSON.stringify(values)}${' '.repeat(50)}` };
        const body = quoteWord(JSON.stringify(values));
        const told = {
          sent: `POST ${kind.path}   hung up in the middle of its body`,
          again: [
            `curl -m 1 localhost:3000${kind.path} -H 'content-type: application/json' -H 'content-length: 99' -d ${body}`,
            `curl -i localhost:3000${kind.path}`,
          ].join('\n'),
        };
        const list = await telling({ ...told, expected: 'a server that goes on' }, async () => {
          for (const length of [7, 45]) {
            const connection = await connect();
            connection.send(writeRequest(cut).subarray(0, -length));
            await request('GET', '/nothing-here');
            connection.hangUp();
          }
          const impatient = await connect();
          impatient.send(writeRequest({ method: 'GET', path: kind.path }));
          impatient.hangUp();
          await request('GET', '/nothing-here');
          return kind === TASKS ? domain.listTasks() : domain.listLeads();
        });
        const evidence = { ...told, came: '' };
        // In memory it is there only when the process has survived.
        const alive = accepted(list).some((one) => one.id === id);
        expectThat(evidence, alive, 'a server that goes on', 'the tracker ended, and its data with it');
        const kept = accepted(list).filter((one) => one[kind.required] === values[kind.required]);
        expectSame(evidence, kept, [], `no ${kind.name} from a body that never came to its end`);
      }
    },
  },
  {
    id: 'http.many-at-once',
    since: '01',
    capability: 'http',
    title: 'many requests at once: no id twice, nothing lost',
    why: 'This is what the command line could not do: many writers, one list.',
    hints: [
      'Between reading the last id and storing the new task: can another request come in?',
      'Look for an await between the moment an id is chosen and the moment it is taken.',
      'Take the id and store the task in one step without waiting in between; read and check the body before.',
    ],
    async run({ request, random }) {
      for (const kind of KINDS) {
        const many = Array.from({ length: MANY }, () => kind.minimal(random));
        const answers = await Promise.all(many.map((json) => request('POST', kind.path, { json })));
        const ids = answers.map((answer) => {
          expectStatus(answer, 201, `${MANY} at once`);
          return readResource(answer.json(), answer, `a ${kind.name}`).id;
        });

        const one = `curl -s localhost:3000${kind.path} -H 'content-type: application/json' -d '{"${kind.required}":"x"}'`;
        const list = new Retold(await request('GET', kind.path), {
          sent: `POST ${kind.path}   ${MANY} at once, then GET ${kind.path}`,
          again: `for i in $(seq ${MANY}); do ${one} & done; wait`,
        });
        const different = new Set(ids).size === ids.length;
        expectThat(list, different, `an id of its own for each of ${MANY}`, 'the same id more than once');
        const body = expectJson(list, 200);
        const listed = Array.isArray(body)
          ? body.map((one) => readResource(one, list, `a ${kind.name}`).id)
          : [];
        const lost = ids.filter((id) => !listed.includes(id));
        expectSame(list, lost, [], `a list with all ${MANY} that were answered 201`);
      }
    },
  },
];
