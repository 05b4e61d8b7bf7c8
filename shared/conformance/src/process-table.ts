import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** A process as Linux tells of it. */
export interface Running {
  readonly pid: number;
  readonly command: string;
}

/** Where a process listens: `127.0.0.1`, `0.0.0.0`, `::1`, `::` and a port. */
export interface Listener {
  readonly address: string;
  readonly port: number;
}

const LINUX = process.platform === 'linux';

function readProc(path: string): string {
  try {
    return readFileSync(`/proc/${path}`, 'latin1');
  } catch {
    return '';
  }
}

function pids(): number[] {
  if (!LINUX) return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
}

function describe(pid: number): Running {
  const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').join(' ').trim();
  return { pid, command };
}

/** The processes that `matches` picks, ended ones that nobody has collected yet left out. */
function running(matches: (pid: number) => boolean): Running[] {
  return pids().flatMap((pid) => {
    try {
      return matches(pid) && !hasEnded(pid) ? [describe(pid)] : [];
    } catch {
      return [];
    }
  });
}

// /proc/<pid>/stat: "pid (name) state ppid pgrp …"; the name may hold anything, brackets too.
function statFields(pid: number): string[] {
  return readProc(`${pid}/stat`)
    .replace(/^.*\) /s, '')
    .split(' ');
}

// Z is a zombie, X a process that the kernel is just taking away.
function hasEnded(pid: number): boolean {
  return /^[ZX]$/.test(statFields(pid)[0] ?? '');
}

/** Whether a process is there and has not ended; one that only waits to be collected by its parent has. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return false;
  }
  return !LINUX || !hasEnded(pid);
}

/** The living processes of a group (none are known on Windows). */
export function processesOfGroup(group: number): Running[] {
  if (!LINUX) return process.platform === 'win32' ? [] : listedByPs(group);
  return running((pid) => statFields(pid)[2] === String(group));
}

// macOS and the BSDs have no /proc. A `-o` for each column: what follows its `=` would be its heading there.
function listedByPs(group: number): Running[] {
  const columns = ['pid=', 'pgid=', 'stat=', 'command='].flatMap((column) => ['-o', column]);
  const { stdout } = spawnSync('ps', ['-ax', ...columns], { encoding: 'utf8' });
  return [...(stdout ?? '').matchAll(/^ *(\d+) +(\d+) +(\S+) +(.*)$/gm)].flatMap(
    ([, pid, pgid, state = '', command = '']) =>
      Number(pgid) === group && !state.startsWith('Z') ? [{ pid: Number(pid), command: command.trim() }] : [],
  );
}

/** The living processes whose environment holds `name=value` (Linux; elsewhere none are known). */
export function processesMarked(mark: string): Running[] {
  return running((pid) => pid !== process.pid && `\0${readProc(`${pid}/environ`)}`.includes(`\0${mark}\0`));
}

/** The TCP sockets on which these processes wait for connections (Linux; elsewhere undefined). */
export function listenersOf(owners: readonly number[]): Listener[] | undefined {
  if (!LINUX) return undefined;
  const sockets = new Set(owners.flatMap(socketsOf));
  const lines = ['net/tcp', 'net/tcp6'].flatMap((table) => readProc(table).split('\n').slice(1));
  return lines.flatMap((line) => {
    const [, local = '', , state, , , , , , inode = ''] = line.trim().split(/\s+/);
    const [address = '', port = ''] = local.split(':');
    const listens = state === '0A' && sockets.has(inode);
    return listens ? [{ address: readAddress(address), port: Number.parseInt(port, 16) }] : [];
  });
}

/** The process of a group that waits for connections on a port; undefined when this machine does not tell (Windows). */
export function findListener(group: number, port: number): number | undefined {
  if (LINUX) {
    const listens = ({ pid }: Running) => listenersOf([pid])?.some((listener) => listener.port === port);
    return processesOfGroup(group).find(listens)?.pid;
  }
  const { stdout } = spawnSync('lsof', ['-nP', '-t', `-iTCP:${port}`, '-sTCP:LISTEN'], { encoding: 'utf8' });
  return Number(stdout?.trim().split('\n')[0]) || undefined;
}

function socketsOf(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
      try {
        return /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${fd}`))?.[1] ?? [];
      } catch {
        return [];
      }
    });
  } catch {
    return [];
  }
}

// The kernel prints addresses as 32-bit words in the machine's own byte order (little-endian on all we run on).
function readAddress(hex: string): string {
  if (hex.length === 8)
    return (hex.match(/../g) ?? [])
      .reverse()
      .map((byte) => Number.parseInt(byte, 16))
      .join('.');
  if (/^0+$/.test(hex)) return '::';
  if (hex === '00000000000000000000000001000000') return '::1';
  if (hex.startsWith('0000000000000000FFFF0000')) return readAddress(hex.slice(24));
  return hex;
}
