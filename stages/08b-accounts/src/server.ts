import { createServer } from 'node:http';
import { createApp } from './app.ts';
import { parseConfig } from './config.ts';
import { createDatabase } from './database.ts';
import { createLeadStore } from './leads/store.ts';
import { migrate } from './migrate.ts';
import { createTaskStore } from './tasks/store.ts';

const { host, port, corsOrigins, databaseUrl } = readConfig();
const db = createDatabase(databaseUrl);
const app = createApp({
  tasks: createTaskStore(db),
  leads: createLeadStore(db),
  clock: () => new Date().toISOString(),
  corsOrigins,
  logger: console,
});

await migrate(databaseUrl).catch((error) => fail(`the database cannot be used: ${describe(error)}`));

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
