import { createServer } from 'node:http';
import { createActing } from './admin/acting.ts';
import { ensureAdmin } from './admin/ensure-admin.ts';
import { createActionStore } from './admin/store.ts';
import { createApp } from './app.ts';
import { createAccessTokens } from './auth/access.ts';
import { createPasswords } from './auth/passwords.ts';
import { createSessions } from './auth/sessions.ts';
import { DEVELOPMENT_SECRET, parseConfig } from './config.ts';
import { createDatabase } from './database.ts';
import { ensureDemo } from './demo/demo.ts';
import { createLeadStores } from './leads/store.ts';
import { migrate } from './migrate.ts';
import { createTaskStores } from './tasks/store.ts';
import { createUserStore } from './users/store.ts';

const config = readConfig();
const { host, port } = config;
if (config.jwtSecret === DEVELOPMENT_SECRET)
  console.warn('JWT_SECRET is not set: the one for development signs.');
const clock = () => new Date().toISOString();
const db = createDatabase(config.databaseUrl);
const passwords = createPasswords();
const app = createApp({
  tasks: createTaskStores(db),
  leads: createLeadStores(db),
  users: createUserStore(db),
  actions: createActionStore(db),
  acting: createActing(db),
  sessions: createSessions(db, clock),
  tokens: createAccessTokens(config.jwtSecret, clock),
  passwords,
  secureCookies: !config.development,
  clock,
  corsOrigins: config.corsOrigins,
  logger: console,
});

await prepare().catch((error) => fail(`the database cannot be used: ${describe(error)}`));

const server = createServer(app);
server.once('error', ({ code, message }: NodeJS.ErrnoException) =>
  fail(code === 'EADDRINUSE' ? `port ${port} is taken; PORT chooses another` : message),
);
server.listen(port, host, () => console.log(`Tracker ready at http://${host}:${readPort()}`));

// Closing waits for the requests in hand; a connection kept alive after its answer would make it wait for nothing.
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => server.close());
server.on('request', (_request, response) => {
  response.once('close', () => server.listening || server.closeIdleConnections());
});

// What has to be there before the first request.
async function prepare() {
  await migrate(config.databaseUrl);
  if (config.admin) await ensureAdmin(db, passwords, config.admin, clock());
  if (config.demo) await ensureDemo(db, passwords, clock());
}

// Port 0 leaves the choice to the system. Only a server on a pipe has a string for its address.
function readPort() {
  const address = server.address();
  return typeof address === 'object' && address ? address.port : port;
}

function readConfig() {
  try {
    return parseConfig(process.env);
  } catch (error) {
    return fail(describe(error));
  }
}

// Node tells several failed connections at once in an error without a message.
function describe(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(describe).join('; ');
  return error instanceof Error ? error.message : String(error);
}

function fail(message: string): never {
  console.error(`error: ${message}`);
  process.exit(1);
}
