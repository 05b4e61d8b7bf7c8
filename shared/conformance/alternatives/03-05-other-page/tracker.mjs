import { readFileSync } from 'node:fs';
import http from 'node:http';

/* The API is that of 01-02-by-hand; only the page at / is put before it. */

const page = readFileSync(new URL('page.html', import.meta.url));
const { createServer } = http;

http.createServer = (answer) =>
  createServer((incoming, outgoing) => {
    const asked = ['GET', 'HEAD'].includes(incoming.method) && incoming.url.split('?')[0] === '/';
    if (!asked) return answer(incoming, outgoing);
    outgoing.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': page.length });
    outgoing.end(incoming.method === 'HEAD' ? undefined : page);
  });

await import('../01-02-by-hand/tracker.mjs');
