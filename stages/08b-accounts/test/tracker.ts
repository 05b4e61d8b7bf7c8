import { once } from 'node:events';
import { createServer } from 'node:http';
import { postgresAt } from '@strata/services/postgres';
import { afterAll, beforeEach, inject } from 'vitest';
import { createApp } from '../src/app.ts';
import { createDatabase } from '../src/database.ts';
import { createLeadStore } from '../src/leads/store.ts';
import { createTaskStore } from '../src/tasks/store.ts';

// A test may put something else in its place.
const { fetch } = globalThis;

// Every file of tests has a database of its own, and every test begins with empty tables.
const postgres = postgresAt(inject('postgres'));
export const url = await postgres.createDatabase(undefined, inject('template'));
export const db = createDatabase(url);
beforeEach(async () => {
  await db.$executeRaw`TRUNCATE tasks, leads RESTART IDENTITY`;
});
afterAll(async () => {
  await db.$disconnect();
  await postgres.stop();
});

// A tracker listening at a free port.
export async function startTracker() {
  const clock = () => new Date().toISOString();
  const stores = { tasks: createTaskStore(db), leads: createLeadStore(db) };
  const server = createServer(createApp({ ...stores, clock, corsOrigins: [], logger: console }));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The tracker listens at no port');
  const base = `http://127.0.0.1:${address.port}`;

  async function send(method: string, path: string, body?: object) {
    const headers = { 'Content-Type': 'application/json' };
    await fetch(base + path, { method, headers, ...(body && { body: JSON.stringify(body) }) });
  }

  function stop() {
    server.closeAllConnections();
    server.close();
  }

  return { ...stores, base, send, stop };
}
