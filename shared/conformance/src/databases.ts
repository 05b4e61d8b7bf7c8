import { randomBytes } from 'node:crypto';
import { type Postgres, startPostgres } from '@strata/services/postgres';
import { startError } from './start-problem.ts';

/** What a tracker with a database is told beside its ports. */
export interface Settings extends Record<string, string> {
  /** The address of its database. */
  readonly DATABASE_URL: string;
  /** What it signs access tokens with. */
  readonly JWT_SECRET: string;
  readonly ADMIN_EMAIL: string;
  readonly ADMIN_PASSWORD: string;
  readonly NODE_ENV: string;
}

/** The names of what it is told, as a learner reads them: the values are secrets, or differ each time. */
export const TOLD = 'DATABASE_URL=… JWT_SECRET=… ADMIN_EMAIL=… ADMIN_PASSWORD=… NODE_ENV=…';

/** The one Postgres of a run, and a database of its own for every tracker that the run starts. */
export class Databases {
  readonly #secret = randomBytes(32).toString('base64url');
  readonly #password = randomBytes(12).toString('base64url');
  #postgres: Promise<Postgres> | undefined;

  /**
   * The settings of the next tracker, with a fresh, empty database unless `given` names one. The server starts with
   * the first call. Throws a StartError when there is no Postgres.
   */
  async settings(given: Readonly<Record<string, string>> = {}): Promise<Settings> {
    return {
      DATABASE_URL: given.DATABASE_URL ?? (await this.#create()),
      JWT_SECRET: this.#secret,
      ADMIN_EMAIL: 'admin@example.com',
      ADMIN_PASSWORD: this.#password,
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
