import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const CLI = fileURLToPath(new URL('../src/cli.js', import.meta.url));

function tracker(args, input = '') {
  return spawnSync(process.execPath, [CLI, ...args], { input, encoding: 'utf8' });
}

test('a command that succeeds prints its result and ends with 0', () => {
  const { status, stdout, stderr } = tracker(['add', 'Buy milk', '--json']);

  assert.equal(status, 0);
  assert.equal(JSON.parse(stdout).title, 'Buy milk');
  assert.equal(stderr, '');
});

test('a command that the tracker refuses says so in one line and ends with 1', () => {
  const { status, stdout, stderr } = tracker(['done', '7']);

  assert.equal(status, 1);
  assert.equal(stdout, '');
  assert.equal(stderr, 'error: There is no task 7\n');
});

test('an id is digits, wherever it is typed', () => {
  for (const id of ['0x1', '1e0', '01', '+1', ' 1', '1.0', '']) {
    const { status, stdout } = tracker(
      ['--json'],
      `lead add Ana\nadd x --lead "${id}"\nlead delete "${id}"\nlead list`,
    );

    const [lead, list, ...others] = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    assert.equal(status, 0);
    assert.deepEqual(list, [lead]);
    assert.deepEqual(others, []);
  }
});

test('a command that is not one shows the usage and ends with 2', () => {
  for (const args of [['ad', 'x'], ['add'], ['add', 'x', '--stage', 'new'], ['--colour'], ['lead']]) {
    const { status, stdout, stderr } = tracker(args);

    assert.equal(status, 2);
    assert.equal(stdout, '');
    assert.match(stderr, /^error: .*\nusage: tracker .*\n$/);
  }
});

test('a session carries on after an error and remembers what came before it', () => {
  const { status, stdout, stderr } = tracker(['--json'], 'add "Buy milk"\ndone 9\nlist --status todo');

  const [task, list] = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  assert.equal(status, 0);
  assert.deepEqual(list, [task]);
  assert.equal(stderr, 'error: There is no task 9\n');
});

test('the help names every command, in a session too', () => {
  const { status, stdout } = tracker(['--help']);

  assert.equal(tracker([], '--help\n').stdout, stdout);

  assert.equal(status, 0);
  for (const name of [
    'add',
    'list',
    'start',
    'done',
    'delete',
    'lead add',
    'lead list',
    'lead move',
    'lead delete',
  ]) {
    assert.match(stdout, new RegExp(`^ +${name}\\b`, 'm'));
  }
});
