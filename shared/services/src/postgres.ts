import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Account, chooseAccount } from './postgres/account.ts';
import { type Binaries, findBinaries } from './postgres/binaries.ts';
import { type Cluster, makeTemporary, openKept, SUPERUSER } from './postgres/cluster.ts';
import * as databases from './postgres/databases.ts';
import { processesOf, signalAll } from './postgres/processes.ts';
import { type Server, startServer } from './postgres/server.ts';

/** What a Postgres can be asked for. */
export interface PostgresOptions {
  /** Where its data are kept, such as .strata/postgres. Without it they are thrown away at the end. */
  readonly folder?: string;
  /** A port instead of any free one. */
  readonly port?: number;
  /** Its own server in any case, even where DATABASE_URL names one: for whoever stops and freezes it. */
  readonly own?: boolean;
}

/** A Postgres at 127.0.0.1, or the one that DATABASE_URL names. */
export interface Postgres {
  /** The address of its first database; others are made beside it. */
  readonly address: string;
  /** Whose server it is: started here, started by another process that keeps its data there, or from DATABASE_URL. */
  readonly origin: 'own' | 'running' | 'given';
  /**
   * Makes an empty database, or a copy of one to which nobody is connected.
   * @param name another name than an invented one
   * @param template the name of the database to copy
   * @returns its address, for DATABASE_URL
   * @throws Error when the name is taken or the role may not
   */
  createDatabase(name?: string, template?: string): Promise<string>;
  /** The address of a database that stays; it is made when it is not there. */
  ensureDatabase(name: string): Promise<string>;
  /** Removes the database of an address, whoever is connected to it. */
  dropDatabase(address: string): Promise<void>;
  /** Stops all its processes in their tracks, as a disk that hangs would. Throws an Error when it is not its own. */
  freeze(): void;
  /** Lets them go on. */
  thaw(): void;
  /** Ends the server, or removes what was made for a while at one that was not started here. */
  stop(): Promise<void>;
}

/**
 * A Postgres that runs already, as DATABASE_URL would name it.
 * @param address such as postgres://name:password@127.0.0.1:5432/postgres
 * @returns what was made there for a while goes with its `stop`
 * @throws Error of one sentence when that is no address
 */
export function postgresAt(address: string): Postgres {
  return describe(checkAddress(address), 'given');
}

const PATIENCE = 10_000;
const POLL = 100;

/**
 * The version of the Postgres that npm brought for this machine.
 * @returns such as 18.4.0
 * @throws Error of one sentence when there is none, or nobody to run it
 */
export function findPostgres(): string {
  return findBinaries(chooseAccount()).version;
}

/**
 * A real Postgres, in well under a second, with nothing to install: npm brought its programs. It ends with this
 * process, however that ends. Root lends the server an account without rights.
 * @param options see PostgresOptions
 * @throws Error of one sentence when there is none for this machine or it does not start
 */
export async function startPostgres(options: PostgresOptions = {}): Promise<Postgres> {
  const given = process.env.DATABASE_URL;
  if (given !== undefined && given !== '' && options.own !== true) return postgresAt(given);
  const account = chooseAccount();
  const binaries = findBinaries(account);
  if (options.folder === undefined) {
    const cluster = makeTemporary(binaries, account);
    const server = await startServer({ binaries, account, cluster, temporary: true, ...portOf(options) });
    return describe(addressAt(server.port, cluster), 'own', server);
  }
  return startKept(binaries, account, resolve(options.folder), options);
}

// Two that keep their data in one folder share the server of the first, because Postgres lets only one at them.
async function startKept(
  binaries: Binaries,
  account: Account,
  folder: string,
  options: PostgresOptions,
): Promise<Postgres> {
  const cluster = openKept(binaries, account, folder);
  for (const end = Date.now() + PATIENCE; ; await new Promise((resolve) => setTimeout(resolve, POLL))) {
    const running = await findRunning(cluster);
    if (running !== undefined) return describe(running, 'running');
    try {
      const server = await startServer({ binaries, account, cluster, temporary: false, ...portOf(options) });
      return describe(addressAt(server.port, cluster), 'own', server);
    } catch (error) {
      // Another one is starting or ending there at this moment.
      if (!/lock file|shared memory block/.test(String(error)) || Date.now() > end) throw error;
    }
  }
}

// The server writes its port and its state into this file.
async function findRunning(cluster: Cluster): Promise<string | undefined> {
  const file = join(cluster.data, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const [, , , port, , , , state] = readFileSync(file, 'utf8').split('\n');
  if (state?.startsWith('ready') !== true) return undefined;
  const address = addressAt(Number(port), cluster);
  try {
    const [row] = await databases.ask(address, 'SHOW data_directory');
    return row?.data_directory === cluster.data ? address : undefined;
  } catch {
    return undefined; // the file is left over from a server that was killed
  }
}

function describe(address: string, origin: Postgres['origin'], server?: Server): Postgres {
  const made = new Set<string>();
  const signal = (name: NodeJS.Signals): void => {
    if (server === undefined) throw new Error('This Postgres was not started here.');
    signalAll(processesOf(server.pid), name);
  };
  const postgres: Postgres = {
    address,
    origin,
    async createDatabase(name = databases.inventName(), template = undefined) {
      await databases.createDatabase(address, name, template);
      made.add(name);
      return databases.addressOf(address, name);
    },
    async ensureDatabase(name) {
      if (!(await databases.hasDatabase(address, name))) await databases.createDatabase(address, name);
      return databases.addressOf(address, name);
    },
    async dropDatabase(database) {
      const name = decodeURIComponent(new URL(database).pathname.slice(1));
      await databases.dropDatabase(address, name);
      made.delete(name);
    },
    freeze: () => signal('SIGSTOP'),
    thaw: () => signal('SIGCONT'),
    async stop() {
      if (server !== undefined) return server.stop();
      for (const name of made) await databases.dropDatabase(address, name);
    },
  };
  return postgres;
}

function addressAt(port: number, { password }: Cluster): string {
  return `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/postgres`;
}

function checkAddress(given: string): string {
  const address = URL.parse(given);
  if (address !== null && /^postgres(ql)?:$/.test(address.protocol)) return given;
  throw new Error('DATABASE_URL must be an address such as postgres://name:password@127.0.0.1:5432/tracker');
}

function portOf({ port }: PostgresOptions): { port?: number } {
  return port === undefined ? {} : { port };
}
