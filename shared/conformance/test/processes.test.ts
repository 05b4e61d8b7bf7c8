import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { runCommand } from '../src/command-line.ts';
import { Failure } from '../src/failure.ts';
import { isAlive } from '../src/process-table.ts';
import { startProgram } from '../src/program.ts';
import { createProgram, until } from './fixture.ts';

const SLEEPER = `[process.execPath, ['-e', 'setInterval(() => {}, 1000)']`;

test('a child that stays behind in the group is found and ended', async (t) => {
  const source = `import { spawn } from 'node:child_process';
    const child = spawn(...${SLEEPER}, { stdio: 'ignore' }]); child.unref(); console.log(child.pid); process.exit(0);`;
  const program = createProgram(t, source);

  const result = await runCommand(program, []);

  const pid = Number(result.stdout);
  assert.equal(result.status, 0);
  await until(() => !isAlive(pid), 'the end of the child');
  if (process.platform === 'linux')
    assert.deepEqual(
      result.ended.leftovers.map((one) => one.pid),
      [pid],
    );
});

test('a child that holds the output open does not keep the run waiting', async (t) => {
  const source = `import { spawn } from 'node:child_process';
    spawn(...${SLEEPER}, { stdio: 'inherit' }]).unref(); console.log('done'); process.exit(0);`;

  const result = await runCommand(createProgram(t, source), []);

  assert.equal(result.stdout, 'done\n');
});

if (process.platform === 'linux') {
  test('a process that has ended is not alive, though nobody has collected it', async (t) => {
    // The shell becomes a program that knows nothing of the child it has, and so never collects it.
    const script = 'sleep 60 & echo $!; exec "$0" -e "console.log(0); setInterval(() => {}, 1000)"';
    const parent = spawn('sh', ['-c', script, process.execPath], { stdio: ['ignore', 'pipe', 'inherit'] });
    t.after(() => parent.kill('SIGKILL'));
    let said = '';
    parent.stdout.on('data', (piece) => {
      said += piece;
    });
    await until(() => said.endsWith('\n0\n'), 'the change of the program');
    const pid = Number.parseInt(said, 10);

    process.kill(pid, 'SIGKILL');

    await until(() => !isAlive(pid), 'the end of the process');
    assert.equal(process.kill(pid, 0), true); // it still has its id
    assert.equal(isAlive(Number(parent.pid)), true);
  });

  test('a child that left the group is found by its mark and ended when the run closes', async (t) => {
    const source = `import { spawn } from 'node:child_process';
      const child = spawn(...${SLEEPER}, { stdio: 'ignore', detached: true }]); child.unref(); console.log(child.pid);`;
    const program = createProgram(t, source);
    const pid = Number((await runCommand(program, [])).stdout);
    assert.equal(isAlive(pid), true);

    await program.processes.close();

    await until(() => !isAlive(pid), 'the end of the child');
    assert.deepEqual(
      program.processes.leftovers.map((one) => one.pid),
      [pid],
    );
  });
}

test('a command that does not end is ended, and the failure shows what it printed', async (t) => {
  const program = createProgram(t, 'console.log("thinking"); setInterval(() => {}, 1000);');

  const failing = runCommand(program, ['list'], { limit: 2000 });

  await assert.rejects(failing, (error) => {
    assert.ok(error instanceof Failure);
    assert.match(error.facts.came, /still running after 2 s[\s\S]*thinking/);
    return true;
  });
});

test('a program that ignores SIGTERM is ended by force after its time', async (t) => {
  const program = createProgram(
    t,
    `process.on('SIGTERM', () => {}); console.log('here'); setInterval(() => {}, 1000);`,
  );
  const child = startProgram(program, [], {});
  await until(() => child.stdout.text !== '', 'its first word');

  const ended = await child.stop('SIGTERM', 100);

  assert.equal(ended.signal, 'SIGKILL');
});

test('after the run is closed nothing is started and its folder is gone', async (t) => {
  const program = createProgram(t, '');

  await program.processes.close();

  assert.throws(() => startProgram(program, [], {}), /the run is over/);
  assert.equal(existsSync(program.processes.folder), false);
});

test('very long output keeps its beginning and its end', async (t) => {
  const source = `process.stdout.write('first' + 'x'.repeat(3_000_000) + 'last');`;

  const { stdout } = await runCommand(createProgram(t, source), []);

  assert.ok(stdout.startsWith('first') && stdout.endsWith('last'));
  assert.ok(stdout.length < 1_200_000);
});

test('when the run itself is killed, its processes end, also those that left the group, and its folder goes', async (t) => {
  const source = `import { spawn } from 'node:child_process';
    const child = spawn(...${SLEEPER}, { stdio: 'ignore', detached: true }]);
    console.log(process.pid, child.pid); setInterval(() => {}, 1000);`;
  const program = createProgram(t, source);
  const parent = spawn(process.execPath, [join(import.meta.dirname, 'parent.ts'), program.folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(parent.stdout, 'data');
  const [, pid, stray, folder = ''] = /^(\d+) (\d+) (.*)$/m.exec(String(line)) ?? [];
  assert.ok(isAlive(Number(pid)) && isAlive(Number(stray)) && existsSync(folder));

  parent.kill('SIGKILL');

  await until(() => !isAlive(Number(pid)), 'the end of the process');
  if (process.platform === 'linux')
    await until(() => !isAlive(Number(stray)), 'the end of the one that left the group');
  await until(() => !existsSync(folder), 'the end of the folder');
});
