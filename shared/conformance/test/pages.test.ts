import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { Check } from '../src/check.ts';
import { type RunReport, runChecks } from '../src/run.ts';
import { startServer } from '../src/server.ts';
import { StartError } from '../src/start-problem.ts';
import { createProgram, createRepository } from './fixture.ts';

// A tracker of titles whose page has a form, and a button that does nothing.
const SERVER = `import { createServer } from 'node:http';
  const page = \`<!doctype html><html lang="en"><title>Try</title><nav><a href="#leads">Leads</a></nav>
    <h1>Tasks</h1><form><label>New task <input></label></form><button>Do nothing</button>
    <button style="position:absolute;top:400px;left:0;width:90px;height:30px">Covered</button>
    <div style="position:absolute;top:390px;left:0;width:200px;height:60px;background:red"></div>
    <script>if (document.cookie + localStorage.length !== '0') document.title = 'seen before';
      localStorage.been = document.cookie = 'been=here';</script>\`;
  const lists = { '/tasks': [], '/leads': [] };
  let last = 0;
  createServer(async (request, response) => {
    const [, path, id] = /^(\\/\\w*)\\/?(\\d*)/.exec(request.url);
    const list = lists[path];
    if (list === undefined) return response.setHeader('content-type', 'text/html').end(page);
    if (request.method === 'DELETE') lists[path] = list.filter((one) => one.id !== Number(id));
    if (request.method !== 'POST') return response.writeHead(request.method === 'GET' ? 200 : 204).end(
      request.method === 'GET' ? JSON.stringify(list) : undefined);
    let body = '';
    for await (const part of request) body += part;
    const made = { id: ++last, ...JSON.parse(body) };
    list.push(made);
    response.writeHead(201).end(JSON.stringify(made));
  }).listen(process.env.PORT, '127.0.0.1', () => console.log('ready'));`;

function createCheck(id: string, run: Check['run']): Check {
  const texts = { title: id, why: id, hints: ['a', 'b', 'c'] as const };
  return { id, since: '01', capability: 'page', ...texts, run };
}

function runAll(t: TestContext, checks: readonly Check[]): Promise<RunReport> {
  return runChecks({ ...createRepository(t, ['http', 'page'], SERVER), stage: '01', seed: 1, checks });
}

test('a button that is not there is told with what is there, the steps, and how to repeat them', async (t) => {
  const check = createCheck('page.missing', async ({ page, request }) => {
    await request('POST', '/tasks', { json: { title: 'one' } });
    const visit = await page({ viewport: { width: 320, height: 640 } });
    await visit.type('New task', 'milk');
    await visit.press('Add task');
  });

  const [result] = (await runAll(t, [check])).results;

  assert.equal(result?.failure?.expected, 'the button "Add task"');
  assert.match(result.failure.came, /^on the page:\n {2}button "Do nothing"/);
  assert.match(result.failure.came, /textbox "New task"/);
  const steps = [
    'open http://localhost:3000/ in a browser, 320 pixels wide',
    'type "milk" into the textbox New task',
    'press the button "Add task"',
  ];
  assert.equal(result.failure.sent, steps.join('\n'));
  const [made = '', ...rest] = result.failure.again?.split('\n') ?? [];
  assert.match(made, /^curl -i localhost:3000\/tasks .*one/);
  assert.deepEqual(rest, steps);
});

test('a button that is there and cannot be pressed is told as that', async (t) => {
  const check = createCheck('page.covered', async ({ page }) => (await page()).press('Covered'));

  const [result] = (await runAll(t, [check])).results;

  assert.equal(result?.failure?.expected, 'the button "Covered", ready to be used');
  assert.match(result.failure.came, /it is there, but .*intercepts pointer events/);
});

test('each check finds an empty tracker and a browser that was never there', async (t) => {
  const seen: string[] = [];
  const checks = ['one', 'two', 'three', 'four'].map((name) =>
    createCheck(`page.${name}`, async ({ page, request }) => {
      const { text } = await request('GET', '/tasks');
      await request('POST', '/tasks', { json: { title: name } });
      await request('POST', '/leads', { json: { name } });
      seen.push(`${text} ${await (await page()).page.title()}`);
    }),
  );

  const report = await runAll(t, checks);

  assert.deepEqual(seen, Array(4).fill('[] Try'));
  assert.deepEqual(report.leftovers, []);
});

test('errors of the page and requests to other machines are kept', async (t) => {
  const found: string[][] = [];
  const check = createCheck('page.noisy', async ({ page }) => {
    const visit = await page();
    await visit.page.evaluate(() => {
      setTimeout(() => {
        throw new Error('oh no');
      });
      fetch('http://elsewhere.example/').catch(() => {});
    });
    await visit.until('both', async () => visit.errors.length > 0 && visit.foreign.length > 0);
    found.push([...visit.errors.slice(0, 1), ...visit.foreign]);
  });

  await runAll(t, [check]);

  assert.match(found.flat().join('\n'), /oh no|ERR_NAME_NOT_RESOLVED/);
  assert.match(found.flat().join('\n'), /http:\/\/elsewhere\.example\//);
});

test('without a browser the other checks count, those of the page wait, and the reason is one sentence', async (t) => {
  const named = process.env.CHROMIUM_PATH;
  t.after(() => {
    if (named === undefined) delete process.env.CHROMIUM_PATH;
    else process.env.CHROMIUM_PATH = named;
  });
  process.env.CHROMIUM_PATH = '/nowhere/chromium';
  const looks = createCheck('page.looks', async ({ page }) => void (await page()));
  const asks: Check = {
    ...createCheck('asks', async ({ request }) => void (await request('GET', '/tasks'))),
    capability: 'http',
  };

  const report = await runAll(t, [asks, looks]);

  assert.deepEqual(
    report.results.map(({ status }) => status),
    ['passed', 'waiting'],
  );
  assert.match(report.browserProblem ?? '', /^CHROMIUM_PATH names \/nowhere\/chromium, .*\.$/);
  assert.equal(report.startProblem, undefined);
});

test('a tracker with a page server of its own is ready when both listen, and the page is asked for there', async (t) => {
  const program = createProgram(
    t,
    `import { createServer } from 'node:http';
      for (const name of ['PORT', 'WEB_PORT'])
        createServer((_, response) => response.end(name)).listen(process.env[name], '127.0.0.1');`,
  );

  const instance = await startServer({ ...program, webPort: true });

  assert.equal((await instance.request('GET', '/')).text, 'PORT');
  const page = await instance.requestPage('GET', '/tasks');
  assert.deepEqual([page.text, page.again], ['WEB_PORT', 'curl -i http://localhost:3000/tasks']);
});

test('a page server that listens elsewhere is told by the name of its variable', async (t) => {
  const program = createProgram(
    t,
    `import { createServer } from 'node:http';
      createServer().listen(process.env.PORT, '127.0.0.1');
      createServer().listen(0, '127.0.0.1', function () { console.log('http://localhost:' + this.address().port); });`,
  );

  await assert.rejects(startServer({ ...program, webPort: true }, {}, 4000), (error) => {
    assert.ok(error instanceof StartError);
    assert.equal(error.problem.kind, 'wrong-port');
    assert.match(error.problem.advice, /WEB_PORT/);
    return true;
  });
});

test('a browser that ends in the middle is told as that, and no check has failed for it', async (t) => {
  const ends = createCheck('page.ends', async ({ page }) => {
    const visit = await page();
    await visit.page.context().browser()?.close();
    await visit.press('Do nothing');
  });
  const after = createCheck('page.after', async ({ page }) => void (await page()));

  const { results, browserProblem } = await runAll(t, [ends, after]);

  assert.deepEqual(
    results.map(({ status }) => status),
    ['waiting', 'waiting'],
  );
  assert.match(browserProblem ?? '', /^The browser ended while/);
});
