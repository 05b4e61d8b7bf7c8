import { once } from 'node:events';
import { createServer } from 'node:http';
import { createApp } from '../src/app.ts';
import { createDatabase } from '../src/database.ts';
import { createLeadStore } from '../src/leads/store.ts';
import { createTaskStore } from '../src/tasks/store.ts';

// A test may put something else in its place.
const { fetch } = globalThis;

// A tracker with data of its own, listening at a free port.
export async function startTracker() {
  const db = createDatabase();
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
