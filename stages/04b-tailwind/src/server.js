import { createServer } from 'node:http';
import { createApp } from './app.js';
import { parseConfig } from './config.js';
import { createDatabase } from './database.js';
import { createLeadStore } from './leads/store.js';
import { createTaskStore } from './tasks/store.js';

const { host, port, corsOrigins } = readConfig();
const db = createDatabase();
const app = createApp({
  tasks: createTaskStore(db),
  leads: createLeadStore(db),
  clock: () => new Date().toISOString(),
  corsOrigins,
  logger: console,
});

const server = createServer(app);
server.once('error', ({ code, message }) =>
  fail(code === 'EADDRINUSE' ? `port ${port} is taken; PORT chooses another` : message),
);
server.listen(port, host, () => console.log(`Tracker ready at http://${host}:${server.address().port}`));

// Closing waits for the requests in hand; a connection kept alive after its answer would make it wait for nothing.
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => server.close());
server.on('request', (_request, response) => {
  response.once('close', () => server.listening || server.closeIdleConnections());
});

function readConfig() {
  try {
    return parseConfig(process.env);
  } catch (error) {
    return fail(error.message);
  }
}

function fail(message) {
  console.error(`error: ${message}`);
  process.exit(1);
}
