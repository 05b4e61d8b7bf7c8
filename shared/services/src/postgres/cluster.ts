import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Account } from './account.ts';
import { type Binaries, cleanEnvironment, programOf } from './binaries.ts';

/** A folder of data, and how to get in. */
export interface Cluster {
  readonly data: string;
  readonly password: string;
}

/** Whoever makes a cluster is called this in it, and may do everything. */
export const SUPERUSER = 'strata';

const CACHE = join(import.meta.dirname, '..', '..', '..', '..', '.strata', 'cache');

// Where Linux keeps files in memory, and how much of it must be free: a busy disk takes ten times as long.
const MEMORY = '/dev/shm';
const ROOM = 2 ** 30;

/** A cluster that somebody throws away, with nothing in it. */
export function makeTemporary(binaries: Binaries, account: Account): Cluster {
  const parent = hasRoom(MEMORY) ? MEMORY : tmpdir();
  return copyTemplate(
    binaries,
    account,
    join(account.canReach(parent) ? parent : account.home, 'strata-postgres-'),
  );
}

function hasRoom(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize > ROOM;
  } catch {
    return false; // not Linux, or a container without it
  }
}

/**
 * The cluster of a folder, made at the first time. Its data are in the folder, or, where the account cannot reach
 * that, in one of its own that cluster.json names.
 * @throws Error of one sentence when the data are gone or another Postgres made them
 */
export function openKept(binaries: Binaries, account: Account, folder: string): Cluster {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'cluster.json');
  if (!existsSync(file)) createKept(binaries, account, folder, file);
  const cluster: Cluster = JSON.parse(readFileSync(file, 'utf8'));
  const versionFile = join(cluster.data, 'PG_VERSION');
  if (!existsSync(versionFile))
    throw new Error(`The data of ${folder} should be in ${cluster.data}: remove ${file} to begin anew.`);
  const made = readFileSync(versionFile, 'utf8').trim();
  if (!binaries.version.startsWith(`${made}.`))
    throw new Error(`Postgres ${made} wrote ${cluster.data}, and this is ${binaries.version}: put it away.`);
  return cluster;
}

function createKept(binaries: Binaries, account: Account, folder: string, file: string): void {
  const parent = account.canReach(folder) ? folder : account.home;
  const cluster = copyTemplate(binaries, account, join(parent, 'data-'));
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, `${JSON.stringify(cluster, undefined, 2)}\n`, { mode: 0o600 });
  try {
    linkSync(unfinished, file); // refuses where another process was faster
  } catch (error) {
    rmSync(cluster.data, { recursive: true, force: true });
    if (!existsSync(file)) throw error;
  } finally {
    rmSync(unfinished, { force: true });
  }
}

// initdb takes half a second, a copy of what it made a tenth.
function copyTemplate(binaries: Binaries, account: Account, prefix: string): Cluster {
  const template = ensureTemplate(binaries, account);
  const data = mkdtempSync(prefix);
  const mode = constants.COPYFILE_FICLONE;
  cpSync(join(template, 'data'), data, { recursive: true, mode });
  chmodSync(data, 0o700);
  account.own(data);
  return { data, password: readFileSync(join(template, 'password'), 'utf8') };
}

function ensureTemplate(binaries: Binaries, account: Account): string {
  const parent = account.ids === undefined ? CACHE : account.home;
  const template = join(parent, `postgres-template-${binaries.version}`);
  if (existsSync(template)) return template;
  mkdirSync(parent, { recursive: true });
  const unfinished = mkdtempSync(`${template}.`);
  try {
    initialise(binaries, account, unfinished);
    renameSync(unfinished, template);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(template)) throw error; // else somebody else was faster
  }
  return template;
}

function initialise(binaries: Binaries, account: Account, folder: string): void {
  const password = join(folder, 'password');
  writeFileSync(password, randomBytes(24).toString('base64url'), { mode: 0o600 });
  account.own(folder);
  const words = [
    `--pgdata=${join(folder, 'data')}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${password}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // The same order and the same letters everywhere, whatever the machine's own locales are.
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--wal-segsize=1', // less to copy
    '--no-sync',
    '--no-instructions',
  ];
  const made = spawnSync(programOf(binaries, 'initdb'), words, {
    cwd: '/',
    env: cleanEnvironment(),
    encoding: 'utf8',
    windowsHide: true,
    ...account.ids,
  });
  if (made.status === 0) return;
  const why = made.error?.message ?? made.stderr.trim().split('\n').at(-1);
  throw new Error(`Postgres could not make its data (initdb: ${why}).`, { cause: made.error });
}
