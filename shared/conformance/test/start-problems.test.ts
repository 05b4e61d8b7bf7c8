import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readApiCommand, readStartCommand } from '../src/manifest.ts';
import { isAlive } from '../src/process-table.ts';
import type { Program } from '../src/program.ts';
import { startServer } from '../src/server.ts';
import { StartError, type StartProblem } from '../src/start-problem.ts';
import { createFolder, createProgram, until } from './fixture.ts';

async function problemOf(work: () => unknown): Promise<StartProblem> {
  try {
    await work();
  } catch (error) {
    if (error instanceof StartError) return error.problem;
    throw error;
  }
  throw new Error('it started');
}

function start(program: Program, limit = 400): Promise<StartProblem> {
  return problemOf(() => startServer(program, {}, limit));
}

test('a folder without stage.json is a missing manifest', async (t) => {
  const folder = createFolder(t);

  const problem = await problemOf(() => readStartCommand(folder));

  assert.equal(problem.kind, 'manifest-missing');
  assert.match(problem.advice, /"start"/);
});

test('a folder that is not there is told as that', async (t) => {
  const problem = await problemOf(() => readStartCommand(join(createFolder(t), 'nowhere')));

  assert.equal(problem.kind, 'manifest-missing');
  assert.match(problem.seen, /folder .*nowhere is not there/);
});

for (const [what, text] of [
  ['broken JSON', '{"start": '],
  ['without start', '{"number": "01"}'],
  ['with a number as start', '{"start": 3000}'],
  ['with an empty start', '{"start": "  "}'],
  ['with an open quote', '{"start": "node \\"src/server.js"}'],
] as const) {
  test(`a manifest that is ${what} is invalid`, async (t) => {
    const folder = createFolder(t);
    writeFileSync(join(folder, 'stage.json'), text);

    const problem = await problemOf(() => readStartCommand(folder));

    assert.equal(problem.kind, 'manifest-invalid');
  });
}

test('the API alone is started by "api", and by "start" where nothing else is', async (t) => {
  const folder = createFolder(t);
  const write = (manifest: object) => writeFileSync(join(folder, 'stage.json'), JSON.stringify(manifest));

  write({ start: 'node start.ts', api: 'node src/server.ts' });
  assert.deepEqual(readApiCommand(folder), ['node', 'src/server.ts']);
  write({ start: 'node src/server.ts' });
  assert.deepEqual(readApiCommand(folder), ['node', 'src/server.ts']);
  write({ start: 'node start.ts', api: 3000 });
  assert.equal((await problemOf(() => readApiCommand(folder))).kind, 'manifest-invalid');
});

test('a command that does not exist is not found, and the advice names it', async (t) => {
  const program = { ...createProgram(t, ''), words: ['no-such-command-here', 'x'] };

  const problem = await start(program);

  assert.equal(problem.kind, 'command-not-found');
  assert.match(problem.title, /no-such-command-here/);
});

test('a program that ends at once is told with its status and its own words', async (t) => {
  const program = createProgram(t, 'console.error("the door is locked"); process.exit(3);');

  const problem = await start(program, 10_000);

  assert.equal(problem.kind, 'exited');
  assert.match(problem.title, /exit status 3/);
  assert.match(problem.seen, /the door is locked/);
});

test('a program that does nothing hangs, and is ended', async (t) => {
  const program = createProgram(t, 'console.log("pid", process.pid); setInterval(() => {}, 1000);');

  const problem = await start(program, 1500);

  assert.equal(problem.kind, 'hangs');
  const pid = Number(/pid (\d+)/.exec(problem.seen)?.[1]);
  await until(() => !isAlive(pid), 'the end of the program');
});

test('a program that prints nothing and hangs is told as printing nothing', async (t) => {
  const problem = await start(createProgram(t, 'setInterval(() => {}, 1000);'));

  assert.equal(problem.kind, 'hangs');
  assert.match(problem.seen, /printed nothing/);
});

test('a server on another port is told with both ports', async (t) => {
  const source = `import { createServer } from 'node:http';
    const server = createServer().listen(0, '127.0.0.1', () => console.log('http://localhost:' + server.address().port));`;

  const problem = await start(createProgram(t, source), 4000);

  assert.equal(problem.kind, 'wrong-port');
  assert.match(problem.title, /listens on port \d+ instead of \d+/);
});

if (process.platform === 'linux') {
  test('a server on another interface is told with its address', async (t) => {
    const source = `import { createServer } from 'node:http'; createServer().listen(process.env.PORT, '127.0.0.2');`;

    const problem = await start(createProgram(t, source), 4000);

    assert.equal(problem.kind, 'wrong-interface');
    assert.match(problem.title, /127\.0\.0\.2/);
  });
}
