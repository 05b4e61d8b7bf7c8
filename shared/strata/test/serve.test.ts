import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { describe, it } from 'node:test';
import { freePort } from '@strata/conformance/server';
import { accepts } from '../src/port.ts';
import { ending, Learner, untilPrinted } from './learner.ts';

const learner = new Learner();

const TELLS = `
import { createServer } from 'node:http';
const { PORT, WEB_PORT, DATABASE_URL, JWT_SECRET, ADMIN_EMAIL, ADMIN_PASSWORD, NODE_ENV, DEMO } = process.env;
console.log('told', JSON.stringify({ DATABASE_URL, JWT_SECRET, ADMIN_EMAIL, ADMIN_PASSWORD, NODE_ENV, DEMO }));
const servers = [PORT, WEB_PORT].map((port) => createServer((_, answer) => answer.end('[]')).listen(port, '127.0.0.1'));
process.once('SIGTERM', () => servers.forEach((server) => server.close()));
`;

// The data are outside the clone, where root serves it.
function removeDatabases(): void {
  const { data }: { data: string } = JSON.parse(learner.read('.strata/postgres/cluster.json'));
  for (const folder of [data, learner.file('.strata/postgres')])
    rmSync(folder, { recursive: true, force: true });
}

describe('strata serve', () => {
  it('with PORT and --demo serves a filled tracker there, and ends with SIGTERM leaving nothing', async () => {
    const port = await freePort();
    const child = learner.begin(['serve', '01', '--demo'], { env: { PORT: String(port) } });
    const ended = ending(child);
    const printed = await untilPrinted(child, /stop +Ctrl-C/);

    const tasks: unknown = await (await fetch(`http://127.0.0.1:${port}/tasks`)).json();
    child.kill('SIGTERM');

    assert.match(printed, new RegExp(`http://localhost:${port}`));
    assert.ok(Array.isArray(tasks) && tasks.length >= 5);
    assert.equal((await ended).status, 0);
    assert.equal(await accepts(port, '127.0.0.1'), false);
  });

  it('killed without warning leaves no server behind', async () => {
    const port = await freePort();
    const child = learner.begin(['serve', '01'], { env: { PORT: String(port) } });
    await untilPrinted(child, /stop +Ctrl-C/);

    child.kill('SIGKILL');

    while (await accepts(port, '127.0.0.1')) await new Promise((resolve) => setImmediate(resolve));
  });

  it('started by npm ends when npm is told to, though the shell between them hands nothing on', async () => {
    const port = await freePort();
    const main = learner.file('shared/strata/src/main.ts');
    const shell = spawn('sh', ['-c', `"${process.execPath}" "${main}" serve 01; true`], {
      cwd: learner.root,
      env: { ...process.env, npm_lifecycle_event: 'start', PORT: String(port) },
    });
    await untilPrinted(shell, /stop +Ctrl-C/);

    shell.kill('SIGTERM');

    while (await accepts(port, '127.0.0.1')) await new Promise((resolve) => setImmediate(resolve));
  });

  it('with a PORT that is taken says so in one line', async () => {
    const taken = createServer();
    const port = await new Promise<number>((resolve) => {
      taken.listen(0, '127.0.0.1', () => {
        const address = taken.address();
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });

    const { status, stderr } = await learner.strata(['serve', '01'], { env: { PORT: String(port) } });
    taken.close();

    assert.equal(status, 1);
    assert.match(stderr, new RegExp(`^Port ${port} is taken by another program.*\\n$`));
  });

  it('of a tracker that ends at once gives its status back and says so', async () => {
    await learner.strata(['start', '01']);
    learner.write('my/tracker/stage.json', '{ "start": ["node", "-e", "process.exit(3)"] }');

    const { status, stderr } = await learner.strata(['serve', 'my'], {
      env: { PORT: String(await freePort()) },
    });

    assert.equal(status, 3);
    assert.match(stderr, /ended before it answered, with status 3/);
  });

  it('builds a tracker first that has to be built, and says why it cannot', async () => {
    await learner.strata(['start', '02']);
    const build = ['node', '-e', "require('fs').copyFileSync('src/server.js', 'src/built.js')"];
    const tracker = { start: 'node src/built.js', build };
    learner.write('my/tracker/stage.json', JSON.stringify(tracker));
    const child = learner.begin(['serve', 'my'], { env: { PORT: String(await freePort()) } });
    const ended = ending(child);
    const printed = await untilPrinted(child, /stop +Ctrl-C/);
    child.kill('SIGTERM');
    await ended;

    learner.write('my/tracker/stage.json', JSON.stringify({ ...tracker, build: 'node -p nothing' }));
    const refused = await learner.strata(['serve', 'my']);

    assert.match(printed, /^node -e .*copyFileSync/m);
    assert.equal(refused.status, 1);
    assert.match(refused.stderr, /^The tracker cannot be built[\s\S]*nothing is not defined/);
  });

  it('gives a tracker its database and its secrets, the same ones the next time', async () => {
    await learner.strata(['start', '08b']);
    learner.write('my/tracker/stage.json', '{ "start": "node tells.mjs" }');
    learner.write('my/tracker/tells.mjs', TELLS);
    const serve = async (...more: string[]) => {
      const child = learner.begin(['serve', 'my', ...more], { env: { PORT: String(await freePort()) } });
      const ended = ending(child);
      const printed = await untilPrinted(child, /stop +Ctrl-C/);
      child.kill('SIGTERM');
      assert.equal((await ended).status, 0);
      return { printed, told: JSON.parse(/^told (.*)$/m.exec(printed)?.[1] ?? '{}') };
    };

    const first = await serve();
    const second = await serve('--demo');
    removeDatabases();

    assert.match(first.told.DATABASE_URL, /^postgres:\/\/strata:[\w-]+@127\.0\.0\.1:\d+\/tracker$/);
    assert.deepEqual([first.told.DEMO, second.told.DEMO], ['false', 'true']);
    assert.equal(first.told.JWT_SECRET, second.told.JWT_SECRET);
    assert.match(
      first.printed,
      new RegExp(`as admin +admin@example.com, password ${first.told.ADMIN_PASSWORD}`),
    );
    assert.match(first.printed, /the data +\.strata\/postgres: they stay/);
    assert.equal(first.printed.split(first.told.JWT_SECRET).length, 2); // by the tracker itself, and nobody else
  });

  it('gives a tracker where nobody signs in its database and no secret', async () => {
    await learner.strata(['start', '08a']);
    learner.write('my/tracker/stage.json', '{ "start": "node tells.mjs" }');
    learner.write('my/tracker/tells.mjs', TELLS);
    const child = learner.begin(['serve', 'my'], { env: { PORT: String(await freePort()) } });
    const ended = ending(child);
    const printed = await untilPrinted(child, /stop +Ctrl-C/);
    child.kill('SIGTERM');
    assert.equal((await ended).status, 0);
    removeDatabases();

    const told = JSON.parse(/^told (.*)$/m.exec(printed)?.[1] ?? '{}');
    assert.deepEqual(Object.keys(told).sort(), ['DATABASE_URL', 'NODE_ENV']);
    assert.match(printed, /the tasks +http/);
    assert.match(printed, /the data +\.strata\/postgres: they stay/);
    assert.doesNotMatch(printed, /as admin|sign in/);
  });

  it('of the command line passes arguments, standard input and the caller’s folder on', async () => {
    const added = await learner.strata(
      ['serve', '00', '--', 'add', 'Buy milk', '--file', 'here.json', '--json'],
      {
        cwd: learner.file('stages'),
      },
    );
    const session = await learner.strata(['serve', '00'], { input: 'add "Buy bread"\nlist\n' });
    const refused = await learner.strata(['serve', '00', '--', 'nonsense']);

    assert.equal(added.status, 0, added.stderr);
    assert.equal(JSON.parse(added.stdout).title, 'Buy milk');
    assert.match(learner.read('stages/here.json'), /Buy milk/);
    assert.match(session.stdout, /Buy bread/);
    assert.equal(refused.status, 2);
  });
});
