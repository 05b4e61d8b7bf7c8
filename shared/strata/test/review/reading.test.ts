import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { currentPlace } from '../../src/place.ts';
import { readDecision } from '../../src/review/decision.ts';
import { secretIn } from '../../src/review/leaks.ts';
import { runLimited } from '../../src/review/limits.ts';
import { block, code } from '../../src/review/markdown.ts';

describe('what a stranger wrote', () => {
  it('cannot end the code it is shown as, nor turn the direction of the line', () => {
    assert.equal(code('a `b` ``c``'), '``` a `b` ``c`` ```');
    assert.equal(code('one\ntwo\u202e\u0007'), '`one two��`');
    assert.equal(code(''), '*(empty)*');
    assert.equal(code('x'.repeat(200), 10), '`xxxxxxxxx…`');
    assert.match(block('```\n</details>\n````'), /^`{5}text\n[\s\S]*\n`{5}$/);
    assert.match(block('a\n'.repeat(50), 5), /… 45 lines more/);
  });
});

describe('a secret', () => {
  const key = ['AKIA', 'IOSFODNN7ABCDEFG'].join('');
  const random = ['9f86d081', '884c7d65', '9a2feaa0'].join('');

  it('is known by its form, or by a name and a value that no person thinks of', () => {
    assert.equal(secretIn(`const id = '${key}'`)?.what, 'an AWS access key');
    assert.equal(secretIn(`JWT_SECRET=${random}`)?.value, random);
    assert.equal(
      secretIn(`DATABASE_URL=postgres://app:${random}@db.example.com/app`)?.what,
      'a password in an address',
    );
  });

  it('is not what only looks like one', () => {
    for (const line of [
      'const token = process.env.SESSION_TOKEN_1234;',
      'JWT_SECRET=change-me-please-123',
      'DATABASE_URL=postgres://postgres:postgres@localhost:5432/app',
      'password: z.string().min(12).max(128)',
    ])
      assert.equal(secretIn(line), undefined, line);
  });
});

describe('a decision record', () => {
  const whole = [
    '# Stores return promises',
    'Status: accepted, 2026-02-03',
    '## Context and problem statement\n\nA database comes: 4 ms a call.',
    '## Considered options\n\n- Values: simple, but every caller changes one day.\n- Promises: a word more at every call.',
    '## Decision\n\nPromises.',
    '## Consequences\n\nOne await a call.',
  ].join('\n\n');

  it('has parts, options with reasons and evidence, or says which it lacks', () => {
    const good = { state: 'written', missing: [], options: 2, rejected: true, evidence: true };
    assert.deepEqual(readDecision(whole, undefined), good);
    assert.equal(readDecision(whole, whole).state, 'unchanged');
    assert.equal(readDecision(`${whole.replace('\n\n', '\n')}\n`, undefined, whole).state, 'reference');
    assert.deepEqual(readDecision(whole.replace(/## Considered[\s\S]*?(?=## Dec)/, ''), undefined).missing, [
      'Options',
    ]);
    assert.equal(readDecision(whole.replace(': 4 ms a call', ''), undefined).evidence, false);
    assert.equal(readDecision(undefined, undefined).state, 'missing');
  });
});

describe('a limited program', {
  skip: process.platform === 'win32' && 'there are no limits on Windows',
}, () => {
  const scratch = mkdtempSync(path.join(tmpdir(), 'strata-limits-'));
  after(() => rmSync(scratch, { recursive: true, force: true }));
  const run = (script: string, seconds = 20) =>
    runLimited(currentPlace(), [process.execPath, '-e', script], { cwd: scratch, seconds });

  it('finds no variable of ours, a home of its own, and what it printed comes back', async () => {
    process.env.A_TOKEN_OF_OURS = 'secret';
    const { status, stdout } = await run('console.log(JSON.stringify(process.env))');
    delete process.env.A_TOKEN_OF_OURS;

    assert.equal(status, 0);
    assert.match(JSON.parse(stdout).HOME, /strata-home-\w+$/);
    assert.doesNotMatch(stdout, /A_TOKEN_OF_OURS|secret/);
  });

  it('is ended with all it started when its time is over, or when it takes too much memory', async () => {
    const child =
      "require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' })";
    const late = await run(`console.log(${child}.pid); setInterval(() => {}, 1000)`, 1);
    const greedy = await run('const kept = []; for (;;) kept.push(Buffer.alloc(1e8))');

    assert.equal(late.late, true);
    const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', late.stdout.trim()], { encoding: 'utf8' });
    assert.match(stdout, /^(Z.*)?\s*$/, 'gone, or waiting to be collected');
    assert.notEqual(greedy.status, 0);
    assert.equal(greedy.late, false);
  });
});
