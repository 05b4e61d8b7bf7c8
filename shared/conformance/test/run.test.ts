import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { Check } from '../src/check.ts';
import { Failure } from '../src/failure.ts';
import { runChecks } from '../src/run.ts';
import { createRepository } from './fixture.ts';

const SERVER = `import { createServer } from 'node:http';
  const server = createServer((request, response) => {
    if (request.url === '/die') throw new Error('boom');
    response.end(String(process.pid));
  }).listen(process.env.PORT, '127.0.0.1', () => console.log('ready'));
  process.on('SIGTERM', () => server.close());`;

function createCheck(id: string, run: Check['run'], more: Partial<Check> = {}): Check {
  const texts = { title: id, why: id, hints: ['a', 'b', 'c'] as const };
  return { id, since: '01', capability: 'http', ...texts, ...more, run };
}

const pass = async (): Promise<void> => {};
const fail = async (): Promise<void> => {
  throw new Failure({ expected: 'this', came: 'that' });
};

test('results come in suite order, although a later check ends first', async (t) => {
  const told: string[] = [];
  const slow = createCheck('slow', async ({ request }) => void (await request('GET', '/')), {
    isolated: true,
  });
  const checks = [slow, createCheck('quick', pass), createCheck('apart', pass, { isolated: true })];

  const report = await runChecks({
    ...createRepository(t, ['http'], SERVER),
    ...{ stage: '01', seed: 1, checks },
    onResult: ({ check }) => told.push(check.id),
  });

  assert.deepEqual(told, ['slow', 'quick', 'apart']);
  assert.deepEqual(
    report.results.map(({ status }) => status),
    ['passed', 'passed', 'passed'],
  );
  assert.equal(report.stdout, 'ready\n');
});

test('bail stops at the first failure in suite order, the rest waits', async (t) => {
  const checks = [
    createCheck('one', pass),
    createCheck('two', fail),
    createCheck('three', pass),
    createCheck('four', fail, { isolated: true }),
  ];

  const report = await runChecks({
    ...createRepository(t, ['http'], SERVER),
    stage: '1',
    seed: 1,
    checks,
    bail: true,
  });

  assert.deepEqual(
    report.results.map(({ status }) => status),
    ['passed', 'failed', 'waiting', 'waiting'],
  );
  assert.deepEqual(report.results[1]?.failure, { expected: 'this', came: 'that' });
});

test('the server that died in one check runs again for the next', async (t) => {
  const checks = [
    createCheck('dies', async ({ request }) => void (await request('GET', '/die'))),
    createCheck('lives', async ({ request }) => void (await request('GET', '/'))),
  ];

  const report = await runChecks({ ...createRepository(t, ['http'], SERVER), stage: '01', seed: 1, checks });

  assert.deepEqual(
    report.results.map(({ status }) => status),
    ['failed', 'passed'],
  );
  assert.match(report.results[0]?.failure?.came ?? '', /ended in the middle/);
});

test('a check that throws anything else than a Failure has failed, and is told as a mistake in the suite', async (t) => {
  const broken = createCheck('broken', async () => {
    throw new TypeError('undefined is not a function');
  });

  const report = await runChecks({
    ...createRepository(t, ['http'], SERVER),
    stage: '01',
    seed: 1,
    checks: [broken],
  });

  assert.equal(report.results[0]?.status, 'failed');
  assert.match(report.results[0]?.bug ?? '', /undefined is not a function/);
  assert.match(report.results[0]?.failure?.came ?? '', /mistake in the check broken itself/);
});

test('a tracker that does not start is a start problem, and every check waits', async (t) => {
  const checks = [createCheck('one', pass), createCheck('two', pass, { isolated: true })];

  const report = await runChecks({
    ...createRepository(t, ['http'], 'throw new Error("no")'),
    ...{ stage: '01', seed: 1, checks },
  });

  assert.equal(report.startProblem?.kind, 'exited');
  assert.deepEqual(
    report.results.map(({ status }) => status),
    ['waiting', 'waiting'],
  );
});

test('a command line that crashes before it answers is a start problem', async (t) => {
  const repository = createRepository(t, ['cli'], 'import "./no-such-file.mjs";');

  const report = await runChecks({
    ...repository,
    stage: '01',
    seed: 1,
    checks: [createCheck('x', pass, { capability: 'cli' })],
  });

  assert.equal(report.startProblem?.kind, 'exited');
  assert.match(report.startProblem?.seen ?? '', /no-such-file/);
});

test('a command line without a session yet has started', async (t) => {
  const repository = createRepository(
    t,
    ['cli'],
    'console.error("error: no command"); process.exitCode = 2;',
  );

  const report = await runChecks({
    ...repository,
    stage: '01',
    seed: 1,
    checks: [createCheck('x', pass, { capability: 'cli' })],
  });

  assert.equal(report.startProblem, undefined);
  assert.equal(report.results[0]?.status, 'passed');
});

test('shuffled checks are the same checks in the order of the seed', async (t) => {
  const repository = createRepository(t, ['http'], SERVER);
  const checks = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => createCheck(id, pass));
  const order = async (seed: number): Promise<string> => {
    const { results } = await runChecks({ ...repository, stage: '01', seed, checks, shuffle: true });
    return results.map(({ check }) => check.id).join('');
  };

  const [first, again, other] = [await order(7), await order(7), await order(8)];

  assert.equal(first, again);
  assert.notEqual(first, other);
  assert.equal([...first].sort().join(''), 'abcdef');
});

async function toldWithFirst(t: TestContext, checks: Check[], isAgain: boolean): Promise<string[]> {
  const { results } = await runChecks({
    ...createRepository(t, ['http'], SERVER),
    ...{ stage: '01', seed: 1, checks, first: { id: 'c', isAgain: () => isAgain }, bail: true },
  });
  return results.map(({ check, status }) => `${check.id} ${status}`);
}

test('what should be first is told first, and when it fails again nothing is waited for', async (t) => {
  const never = () => new Promise<void>(() => {});
  const checks = [createCheck('a', never), createCheck('b', pass), createCheck('c', fail)];

  assert.deepEqual(await toldWithFirst(t, checks, true), ['c failed', 'a waiting', 'b waiting']);
});

test('what was first and fails in another way now is told in its turn', async (t) => {
  const checks = [createCheck('a', pass), createCheck('b', fail), createCheck('c', fail)];

  assert.deepEqual(await toldWithFirst(t, checks, false), ['a passed', 'b failed', 'c waiting']);
});

test('only picks checks by their id, or by the group before a dot', async (t) => {
  const checks = ['task.a', 'task.b', 'tasks.c', 'lead.d'].map((id) => createCheck(id, pass));

  const { results } = await runChecks({
    ...createRepository(t, ['http'], SERVER),
    ...{ stage: '01', seed: 1, checks, only: ['task', 'lead.d'] },
  });

  assert.deepEqual(
    results.map(({ check }) => check.id),
    ['task.a', 'task.b', 'lead.d'],
  );
});

test('an aborted run ends at once, and what had no turn waits', async (t) => {
  const aborted = new AbortController();
  const checks = [
    createCheck('one', async () => aborted.abort()),
    createCheck('two', async () => new Promise(() => {})),
  ];

  const report = await runChecks({
    ...createRepository(t, ['http'], SERVER),
    ...{ stage: '01', seed: 1, checks, signal: aborted.signal },
  });

  assert.deepEqual(
    report.results.map(({ status }) => status),
    ['waiting', 'waiting'],
  );
});
