import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import next from 'next';

// Serves the pages. Started by start.ts, which says where: WEB_PORT, HOST, and API_URL for the pages themselves.
const { HOST = '127.0.0.1', WEB_PORT = '3000', NODE_ENV } = process.env;
const port = Number(WEB_PORT);
const dev = NODE_ENV !== 'production';
if (!dev && !existsSync(path.join(import.meta.dirname, '.next/BUILD_ID'))) {
  fail('the pages are not built yet: npm run build');
}

const server = createServer((request, response) => handle(request, response));
const app = next({ dir: import.meta.dirname, dev, quiet: true, hostname: HOST, port, httpServer: server });
const handle = app.getRequestHandler();
await app.prepare();

server.once('error', ({ code, message }: NodeJS.ErrnoException) =>
  fail(code === 'EADDRINUSE' ? `port ${port} is taken; WEB_PORT chooses another` : message),
);
server.listen(port, HOST, () => console.log(`Pages ready at http://${HOST}:${port}`));

// As in src/server.ts: the requests in hand are finished, and nobody waits for a connection without one.
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    if (dev) process.exit(0);
    if (server.listening) server.close(() => process.exit(0));
  });
}
server.on('request', (_request, response) => {
  response.setMaxListeners(20); // Next.js adds the ten that Node.js expects at most.
  response.once('close', () => server.listening || server.closeIdleConnections());
});

function fail(message: string): never {
  console.error(`error: ${message}`);
  process.exit(1);
}
