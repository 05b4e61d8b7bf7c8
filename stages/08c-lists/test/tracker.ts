import { once } from 'node:events';
import { createServer } from 'node:http';
import { postgresAt } from '@strata/services/postgres';
import pg from 'pg';
import supertest from 'supertest';
import { afterAll, inject, vi } from 'vitest';
import { createActing } from '../src/admin/acting.ts';
import { createActionStore } from '../src/admin/store.ts';
import { type AppOptions, createApp } from '../src/app.ts';
import { createAccessTokens } from '../src/auth/access.ts';
import { createPasswords } from '../src/auth/passwords.ts';
import { createSessions } from '../src/auth/sessions.ts';
import { createDatabase } from '../src/database.ts';
import { createLeadStores } from '../src/leads/store.ts';
import { createTaskStores } from '../src/tasks/store.ts';
import { createUserStore } from '../src/users/store.ts';
import { createUser, type Role } from '../src/users/user.ts';

// A test may put something else in its place.
const { fetch } = globalThis;

export const NOW = '2026-01-05T09:00:00.000Z';
export const SECRET = 'a secret that only the tests know';

// Every file of tests has a database of its own, and every test users of its own in it.
export const postgres = postgresAt(inject('postgres'));
export const url = await postgres.createDatabase(undefined, inject('template'));
export const db = createDatabase(url);
afterAll(async () => {
  await db.$disconnect();
  await postgres.stop();
});

let people = 0;

export function createParts(clock = () => NOW): AppOptions {
  return {
    tasks: createTaskStores(db),
    leads: createLeadStores(db),
    users: createUserStore(db),
    actions: createActionStore(db),
    acting: createActing(db),
    sessions: createSessions(db, clock),
    tokens: createAccessTokens(SECRET, clock),
    passwords: createPasswords(),
    secureCookies: true,
    clock,
    corsOrigins: ['*'],
    logger: console,
  };
}

// Somebody new who is signed in already. Their password was never asked for, so that none is hashed.
export async function signUp({ sessions, tokens, clock } = createParts(), role: Role = 'user') {
  people += 1;
  const values = createUser({ email: `person-${people}@example.com`, name: `Person ${people}` }, clock());
  const account = { ...values, role, passwordHash: '$argon2id$none' };
  const { id, user, refreshToken } = await sessions.register(account);
  const access = await tokens.sign({ userId: user.id, sessionId: id, role: user.role });
  return { user, access, refreshToken };
}

// An application, and supertest to send it requests as somebody new.
export async function startApp(overrides: Partial<AppOptions> = {}, role: Role = 'user') {
  const parts = { ...createParts(overrides.clock), ...overrides };
  const { access } = await signUp(parts, role);
  return supertest.agent(createApp(parts)).set('Authorization', `Bearer ${access}`);
}

const queries = vi.spyOn(pg.Client.prototype, 'query');

// How often the database is asked while something is done, the ends of a transaction included.
export async function countQueries(work: () => Promise<unknown>) {
  const before = queries.mock.calls.length;
  await work();
  return queries.mock.calls.length - before;
}

// How Postgres goes about the queries that are asked while something is done.
export async function explainQueries(work: () => Promise<unknown>) {
  const before = queries.mock.calls.length;
  await work();
  const asked: unknown[][] = queries.mock.calls.slice(before);
  const plans = [];
  for (const [query] of asked) {
    if (!isQuery(query)) continue;
    const rows = await db.$queryRawUnsafe<Record<string, string>[]>(`EXPLAIN ${query.text}`, ...query.values);
    plans.push(rows.map((row) => row['QUERY PLAN']).join('\n'));
  }
  return plans;
}

function isQuery(query: unknown): query is { text: string; values: unknown[] } {
  return typeof query === 'object' && query !== null && 'text' in query && 'values' in query;
}

// A tracker with somebody who is signed in, listening at a free port.
export async function startTracker(role: Role = 'user') {
  const parts = createParts(() => new Date().toISOString());
  const { user, access, refreshToken } = await signUp(parts, role);
  const server = createServer(createApp(parts));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The tracker listens at no port');
  const base = `http://127.0.0.1:${address.port}`;
  const cookie = `access=${access}; refresh=${refreshToken}`;

  async function send(method: string, path: string, body?: object) {
    const headers = { 'Content-Type': 'application/json', Cookie: cookie };
    await fetch(base + path, { method, headers, ...(body && { body: JSON.stringify(body) }) });
  }

  function stop() {
    server.closeAllConnections();
    server.close();
  }

  return { tasks: parts.tasks.of(user.id), leads: parts.leads.of(user.id), base, cookie, send, stop };
}
