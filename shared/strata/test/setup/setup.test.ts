import assert from 'node:assert/strict';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { createMachine, until } from './machine.ts';

test('a fresh clone is installed from the lockfile, and the setup says so at the start and at the end', async (t) => {
  const machine = createMachine(t);

  const setup = machine.start();

  assert.equal(await setup.end(), 0);
  assert.match(
    setup.said(),
    /^Strata: installing 1 packages and Node 24\.0\.0 .*once\.\nStrata: ready after \d+ s\.\n$/,
  );
  assert.equal(machine.calls().length, 1);
  assert.match(machine.calls()[0] ?? '', /^ci --include=dev /);
});

test('a second setup with nothing missing says nothing and does not ask npm', async (t) => {
  const machine = createMachine(t);
  await machine.start().end();

  const again = machine.start();

  assert.equal(await again.end(), 0);
  assert.equal(again.said(), '');
  assert.equal(machine.calls().length, 1);
});

test('a clone that a person installed with npm install needs no setup', async (t) => {
  const machine = createMachine(t);
  await machine.start().end();
  rmSync(join(machine.root, 'node_modules/.strata-setup'));

  const setup = machine.start();

  assert.equal(await setup.end(), 0);
  assert.equal(machine.calls().length, 1);
});

test('a changed lockfile is installed anew', async (t) => {
  const machine = createMachine(t);
  await machine.start().end();
  machine.write('package-lock.json', {
    packages: { 'node_modules/other': { version: '1.0.0', integrity: 'x' } },
  });

  assert.equal(await machine.start().end(), 0);

  assert.equal(machine.calls().length, 2);
});

test("a learner's own package.json is installed without touching the lockfile", async (t) => {
  const machine = createMachine(t);
  machine.write('my/tracker/package.json', { name: 'tracker' });

  assert.equal(await machine.start().end(), 0);

  assert.match(machine.calls()[0] ?? '', /^install --no-save /);
});

test('a dependency that the learner added is installed', async (t) => {
  const machine = createMachine(t);
  await machine.start().end();
  machine.write('my/tracker/package.json', { name: 'tracker', dependencies: { express: '5.0.0' } });

  assert.equal(await machine.start().end(), 0);

  assert.equal(machine.calls().length, 2);
});

test('an npm that fails is a failure with its own words, the log and no stack trace', async (t) => {
  const machine = createMachine(t);
  machine.npm('fails');

  const setup = machine.start();

  assert.equal(await setup.end(), 1);
  assert.match(setup.said(), /the setup did not finish/);
  assert.match(setup.said(), /the cupboard is bare/);
  assert.match(setup.said(), /everything npm said: \.strata\/setup\.log/);
  assert.doesNotMatch(setup.said(), /\n +at /);
});

test('a machine without network is told so in a sentence', async (t) => {
  const machine = createMachine(t);
  machine.npm('offline');

  const setup = machine.start();

  assert.equal(await setup.end(), 1);
  assert.match(setup.said(), /could not be downloaded\. Is this machine online/);
});

test('a machine without npm is told where it comes from', async (t) => {
  const machine = createMachine(t, { withNpm: false });

  const setup = machine.start();

  assert.equal(await setup.end(), 1);
  assert.match(setup.said(), /npm was not found/);
});

test('where install scripts are switched off, the packages named in package.json are built all the same', async (t) => {
  const machine = createMachine(t);
  machine.npm('without-scripts');

  assert.equal(await machine.start().end(), 0);

  assert.deepEqual(machine.calls().slice(1), ['rebuild node --ignore-scripts=false']);
});

test('an install that was killed half-way is done again, and its lock does not stay', async (t) => {
  const machine = createMachine(t);
  machine.npm('waits');
  const killed = machine.start();
  await until(() => machine.calls().length === 1);
  await killed.kill();
  machine.npm('works');

  const again = machine.start();

  assert.equal(await again.end(), 0);
  assert.equal(machine.calls().length, 2);
  machine.write('bin/go', '');
  await until(() => existsSync(join(machine.root, 'bin/done'))); // npm outlived the setup that had started it
});

test('two setups at once install once: the second waits and finds everything there', async (t) => {
  const machine = createMachine(t);
  machine.npm('waits');
  const first = machine.start();
  await until(() => machine.calls().length === 1);
  const second = machine.start();
  await until(() => second.said().includes('another setup is at work'));

  machine.write('bin/go', '');

  assert.deepEqual(await Promise.all([first.end(), second.end()]), [0, 0]);
  assert.equal(machine.calls().length, 1);
});
