import { startPostgres } from '@strata/services/postgres';
import type { TestProject } from 'vitest/node';
import { migrate } from '../src/migrate.ts';

declare module 'vitest' {
  interface ProvidedContext {
    postgres: string;
    template: string;
  }
}

// One Postgres for all tests, and a database with all tables that the others are copies of.
export default async function setup(project: TestProject) {
  const postgres = await startPostgres();
  const template = await postgres.createDatabase();
  await migrate(template);
  project.provide('postgres', postgres.address);
  project.provide('template', new URL(template).pathname.slice(1));
  return () => postgres.stop();
}
