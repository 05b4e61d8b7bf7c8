import { chooseStatus } from '../../conformance/checks/page-filter.ts';
import { goTo, itemOf, lacksItem, seesItem } from '../../conformance/checks/page-steps.ts';
import type { Instance } from '../../conformance/src/server.ts';
import { readCurl } from './curl.ts';
import { Hand } from './hand.ts';
import { read } from './json-value.ts';
import type { Lab } from './lab.ts';
import type { Subject } from './subject.ts';

/** What people do with a tracker every day. */
export const JOBS = [
  'write a task down',
  'see what is still to do',
  'tick the task off',
  'add a lead',
  'note that the lead was called',
] as const;

/** What one job took. */
export interface Work {
  readonly commands: number;
  /** Keys that were pressed, Enter and Tab among them. */
  readonly keys: number;
  readonly clicks: number;
  /** The tracker does not say afterwards that it was done. */
  readonly undone: boolean;
}

const TITLE = 'Call the printer';
const [NAME, EMAIL] = ['Ana Pop', 'ana@example.com'];

/** Does the five jobs with lines for curl, in their shortest form. Throws Unmeasured when one is not answered. */
export async function doWithCurl(subject: Subject): Promise<Work[]> {
  const server = await subject.server();
  return subject.attempt(async () => {
    const work: Work[] = [];
    for (const lines of curlLines()) {
      const typed: string[] = [];
      let answered: unknown;
      for (const line of lines) {
        typed.push(typeof line === 'string' ? line : line(answered));
        answered = await send(server, typed.at(-1) ?? '');
      }
      const keys = typed.reduce((sum, line) => sum + line.length + 1, 0);
      work.push({ commands: typed.length, keys, clicks: 0, undone: false });
    }
    return work;
  });
}

// An id is known from the answer to the line before: nobody remembers it from yesterday.
function curlLines(): (string | ((answer: unknown) => string))[][] {
  const tasks = 'localhost:3000/tasks';
  const leads = 'localhost:3000/leads';
  return [
    [`curl ${tasks} --json '{"title":"${TITLE}"}'`],
    [`curl ${tasks}?status=todo`],
    [`curl ${tasks}`, (answer) => `curl -X PATCH ${tasks}/${idOf(answer)} --json '{"status":"done"}'`],
    [`curl ${leads} --json '{"name":"${NAME}","email":"${EMAIL}"}'`],
    [`curl ${leads}`, (answer) => `curl -X PATCH ${leads}/${idOf(answer)} --json '{"stage":"contacted"}'`],
  ];
}

function idOf(list: unknown): unknown {
  return read(read(list, '0'), 'id');
}

async function send(server: Instance, line: string): Promise<unknown> {
  const { method, path, headers, body } = readCurl(line);
  const answer = await server.request(method, path, { headers, ...(body !== undefined && { body }) });
  if (answer.status >= 300) throw answer.fail('a success');
  return answer.json();
}

/** Does the five jobs on the page, with mouse and keyboard. Throws Unmeasured when the page lacks what one needs. */
export async function doAtPage(lab: Lab, subject: Subject): Promise<Work[]> {
  const server = await subject.server();
  return subject.attempt(async () => {
    const visit = await lab.visit(server);
    const hand = new Hand(visit);
    const done = (path: string, field: string, value: string) => async (): Promise<boolean> =>
      read(read((await server.request('GET', path)).json(), '0'), field) === value;
    const task = itemOf(visit, TITLE);
    return [
      await hand.work(done('/tasks', 'title', TITLE), async () => {
        await hand.click('textbox', 'New task');
        await hand.type(TITLE);
        await hand.press('Enter');
        await seesItem(visit, TITLE);
      }),
      await hand.work(
        () => task.isVisible(),
        async () => {
          await hand.clicks(2, () => chooseStatus(visit, 'todo'));
          await seesItem(visit, TITLE);
        },
      ),
      await hand.work(done('/tasks', 'status', 'done'), async () => {
        await hand.click('button', `Done: ${TITLE}`);
        await lacksItem(visit, TITLE, 'no task that is done among those to do');
      }),
      await hand.work(done('/leads', 'name', NAME), async () => {
        await hand.clicks(1, () => goTo(visit, 'Leads'));
        await hand.click('textbox', 'Name');
        await hand.type(NAME);
        await hand.press('Tab');
        await hand.type(EMAIL);
        await hand.press('Enter');
        await seesItem(visit, NAME);
      }),
      await hand.work(done('/leads', 'stage', 'contacted'), async () => {
        await hand.click('button', `Contacted: ${NAME}`);
        await visit.sees('button', `Qualified: ${NAME}`);
      }),
    ];
  });
}
