import { randomBytes } from 'node:crypto';
import { type Postgres, startPostgres } from '@strata/services/postgres';
import { startError } from './start-problem.ts';

/** What a tracker with a database is told beside its ports; secrets only where people sign in. */
export interface Settings extends Record<string, string> {
  /** The address of its database. */
  readonly DATABASE_URL: string;
  readonly NODE_ENV: string;
}

/** The one Postgres of a run, and a database of its own for every tracker that the run starts. */
export class Databases {
  /** What a tracker signs access tokens with, and who its admin is. */
  readonly #secrets: Readonly<Record<string, string>>;
  #postgres: Promise<Postgres> | undefined;

  /** `accounts`: people sign in at the trackers. */
  constructor(accounts: boolean) {
    this.#secrets = accounts
      ? {
          JWT_SECRET: randomBytes(32).toString('base64url'),
          ADMIN_EMAIL: 'admin@example.com',
          ADMIN_PASSWORD: randomBytes(12).toString('base64url'),
        }
      : {};
  }

  /** The names of what a tracker is told, as a learner reads them: the values are secrets, or differ each time. */
  get told(): string {
    return ['DATABASE_URL', ...Object.keys(this.#secrets), 'NODE_ENV'].map((name) => `${name}=…`).join(' ');
  }

  /**
   * The settings of the next tracker, with a fresh, empty database unless `given` names one. The server starts with
   * the first call. Throws a StartError when there is no Postgres.
   */
  async settings(given: Readonly<Record<string, string>> = {}): Promise<Settings> {
    return {
      DATABASE_URL: given.DATABASE_URL ?? (await this.#create()),
      ...this.#secrets,
      NODE_ENV: 'development',
    };
  }

  /** The server itself, for checks that stop or copy. Throws a StartError when there is none. */
  async server(): Promise<Postgres> {
    this.#postgres ??= startPostgres();
    try {
      return await this.#postgres;
    } catch (error) {
      throw noPostgres(error);
    }
  }

  /** Ends the server, or removes what was made at one that DATABASE_URL named. */
  async close(): Promise<void> {
    const postgres = await this.#postgres?.catch(() => undefined);
    await postgres?.stop();
  }

  async #create(): Promise<string> {
    const postgres = await this.server();
    try {
      return await postgres.createDatabase();
    } catch (error) {
      throw noPostgres(error);
    }
  }
}

function noPostgres(error: unknown): Error {
  return startError('no-database', {
    title: 'There is no database for the tracker.',
    tried: process.env.DATABASE_URL ? 'a database at the server in DATABASE_URL' : 'a Postgres of its own',
    seen: error instanceof Error ? error.message : String(error),
    advice: 'This is not the tracker’s doing. DATABASE_URL can name a server that runs already.',
  });
}
