import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Account } from './account.ts';
import { type Binaries, cleanEnvironment, programOf } from './binaries.ts';
import type { Cluster } from './cluster.ts';

/** What the supervisor is told. */
export interface Order {
  readonly program: string;
  readonly args: readonly string[];
  readonly env: Record<string, string>;
  readonly ids?: { readonly uid: number; readonly gid: number };
  /** A folder to remove when the server has ended. */
  readonly remove?: string;
}

/** What the supervisor tells, once: the server is ready, or why it has ended. */
export interface Report {
  readonly pid?: number | undefined;
  readonly why?: string;
}

/** A server that runs until it is stopped, or until this process ends in any way. */
export interface Server {
  readonly port: number;
  readonly pid: number;
  stop(): Promise<void>;
}

export interface ServerOptions {
  readonly binaries: Binaries;
  readonly account: Account;
  readonly cluster: Cluster;
  /** Thrown away at the end, and quicker for it: what a power cut would lose is not waited for. */
  readonly temporary: boolean;
  /** A port instead of any free one. */
  readonly port?: number;
}

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '64MB',
  max_wal_size: '1GB',
};
const HASTY = {
  fsync: 'off',
  full_page_writes: 'off',
  // In the folder that is removed, where a server that is killed leaves nothing behind.
  ...(process.platform !== 'win32' && { dynamic_shared_memory_type: 'mmap' }),
};

/** Starts a server; settles when it takes connections. Throws an Error with its last words when it ends instead. */
export async function startServer(options: ServerOptions): Promise<Server> {
  for (;;) {
    const port = options.port ?? (await findPort());
    const { report, supervisor } = await supervise(createOrder(options, port));
    if (report.pid !== undefined) return { port, pid: report.pid, stop: () => stop(supervisor) };
    const taken = /address already in use/i.test(report.why ?? '');
    if (!taken || options.port !== undefined) throw new Error(`Postgres did not start: ${report.why}`);
  }
}

function createOrder({ binaries, account, cluster, temporary }: ServerOptions, port: number): Order {
  const settings = { ...SETTINGS, port: String(port), ...(temporary ? HASTY : {}) };
  const given = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return {
    program: programOf(binaries, 'postgres'),
    args: ['-D', cluster.data, ...given],
    env: cleanEnvironment(),
    ...(account.ids && { ids: account.ids }),
    ...(temporary && { remove: cluster.data }),
  };
}

async function supervise(order: Order): Promise<{ report: Report; supervisor: ChildProcess }> {
  const file = join(import.meta.dirname, 'supervisor.ts');
  const supervisor = spawn(process.execPath, [file, JSON.stringify(order)], {
    env: { ...cleanEnvironment(), NODE_NO_WARNINGS: '1' },
    cwd: '/',
    stdio: ['pipe', 'pipe', 'ignore'],
    detached: true,
    windowsHide: true,
  });
  const { stdin, stdout } = supervisor;
  const lines = createInterface({ input: stdout });
  const ended = once(supervisor, 'exit').then(() => [JSON.stringify({ why: 'its supervisor ended' })]);
  const [line] = await Promise.race([once(lines, 'line'), ended]);
  const report: Report = JSON.parse(String(line));
  // It must not keep this process from ending: when that ends, the supervisor notices.
  stdin.on('error', () => {});
  lines.close();
  stdout.destroy();
  supervisor.unref();
  if ('unref' in stdin && typeof stdin.unref === 'function') stdin.unref();
  return { report, supervisor };
}

async function stop(supervisor: ChildProcess): Promise<void> {
  if (supervisor.exitCode !== null || supervisor.signalCode !== null) return;
  supervisor.ref();
  const exited = once(supervisor, 'exit');
  supervisor.stdin?.end();
  await exited;
}

// From below the range that systems hand out on their own, so that nobody gets it a moment later.
async function findPort(): Promise<number> {
  for (;;) {
    const port = 15_000 + Math.floor(Math.random() * 17_000);
    const probe = createServer();
    const free = await new Promise<boolean>((resolve) => {
      probe.once('error', () => resolve(false));
      probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
    });
    if (free) return port;
  }
}
