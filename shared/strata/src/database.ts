import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Postgres, startPostgres } from '@strata/services/postgres';
import { messageOf, Refusal } from './errors.ts';
import type { Place } from './place.ts';

/** What a tracker with a database is told, and the server behind it. */
export interface Prepared {
  /** DATABASE_URL and the other variables; what the person who typed the command has set goes before. */
  readonly env: Readonly<Record<string, string>>;
  /** Where the data are, for a person. */
  readonly where: string;
  /** Ends the server, if it was started here. */
  stop(): Promise<void>;
}

interface Secrets {
  readonly jwtSecret: string;
  readonly adminPassword: string;
}

const ADMIN = 'admin@example.com';

/**
 * The database of a tracker that somebody uses: it stays from one time to the next.
 * @param place where the companion works
 * @param name which tracker: each has a database of its own
 * @param wanted whether people sign in at it, and whether it shall have the demonstration account then
 * @returns see Prepared
 * @throws Refusal when there is no Postgres
 */
export async function prepareDatabase(
  place: Place,
  name: string,
  { accounts, demo }: { accounts: boolean; demo: boolean },
): Promise<Prepared> {
  const folder = path.join(place.root, '.strata', 'postgres');
  const postgres = await startPostgres({ folder }).catch((error: unknown) => refuse(error));
  const given = postgres.origin === 'given';
  const address = given
    ? postgres.address
    : await postgres.ensureDatabase(name).catch((error) => refuse(error));
  const env = {
    DATABASE_URL: address,
    NODE_ENV: 'development',
    ...(accounts && { ...readSecrets(path.join(folder, 'secrets.json')), DEMO: String(demo) }),
  };
  const own = Object.entries(env).map(([key, value]) => [key, process.env[key] || value]);
  return { env: Object.fromEntries(own), where: describe(postgres, folder), stop: () => postgres.stop() };
}

// They belong to the data: sessions go on after a restart, and the admin keeps the password.
function readSecrets(file: string): Record<string, string> {
  if (!existsSync(file)) {
    const secrets: Secrets = {
      jwtSecret: randomBytes(32).toString('base64url'),
      adminPassword: randomBytes(12).toString('base64url'),
    };
    mkdirSync(path.dirname(file), { recursive: true }); // where Postgres keeps its data elsewhere, nobody has made it
    writeFileSync(file, `${JSON.stringify(secrets, undefined, 2)}\n`, { mode: 0o600 });
  }
  const { jwtSecret, adminPassword }: Secrets = JSON.parse(readFileSync(file, 'utf8'));
  return { JWT_SECRET: jwtSecret, ADMIN_EMAIL: ADMIN, ADMIN_PASSWORD: adminPassword };
}

function describe({ origin, address }: Postgres, folder: string): string {
  if (origin === 'given') return `in the database at ${new URL(address).host} that DATABASE_URL names`;
  const shared = origin === 'running' ? ', beside another tracker that runs: they end together' : '';
  return `${path.relative(process.cwd(), folder) || '.'}${shared}`;
}

function refuse(error: unknown): never {
  throw new Refusal(messageOf(error));
}
