import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readlinkSync, rmSync, symlinkSync, unlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { type TestContext, test } from 'node:test';
import type { Account } from '../src/postgres/account.ts';
import { findBinaries, programOf } from '../src/postgres/binaries.ts';

// As root's is where nobody else can enter the clone, with a home of its own.
function accountIn(t: TestContext): Account {
  const home = mkdtempSync(join(tmpdir(), 'strata-home-'));
  t.after(() => rmSync(home, { recursive: true, force: true }));
  return { ids: undefined, home, canReach: () => false, own: () => {}, open: () => {} };
}

function linksIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isSymbolicLink())
    .map((entry) => join(entry.parentPath, entry.name));
}

test('no link in the copy leads back to the clone, which may be removed one day', (t) => {
  const { folder } = findBinaries(accountIn(t));

  const back = linksIn(folder).filter((link) => isAbsolute(readlinkSync(link)));

  assert.deepEqual(back, []);
});

test('a copy whose links lead nowhere is mended before it is used', (t) => {
  const account = accountIn(t);
  const { folder } = findBinaries(account);
  for (const link of linksIn(folder)) {
    unlinkSync(link);
    symlinkSync('/a/clone/that/was/removed', link);
  }

  const binaries = findBinaries(account);

  const ran = spawnSync(programOf(binaries, 'postgres'), ['--version'], { encoding: 'utf8', env: {} });
  assert.equal(ran.status, 0, ran.stderr);
  assert.match(ran.stdout, /^postgres \(PostgreSQL\) 18/);
});
