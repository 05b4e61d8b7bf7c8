import type { IncomingMessage, ServerResponse } from 'node:http';

// A browser lets a page read an answer from another origin only if the answer says so: https://fetch.spec.whatwg.org/#http-cors-protocol
export function createCors(origins: string[]) {
  const everyone = origins.includes('*');

  return function allowOrigin(request: IncomingMessage, response: ServerResponse) {
    const { origin } = request.headers;
    if (!everyone) response.setHeader('Vary', 'Origin');
    if (!origin || !(everyone || origins.includes(origin))) return;

    response.setHeader('Access-Control-Allow-Origin', everyone ? '*' : origin);
    response.setHeader('Access-Control-Expose-Headers', 'Location, Link, X-Total-Count');
    if (request.method === 'OPTIONS') {
      response.setHeader('Access-Control-Allow-Methods', 'GET, HEAD, POST, PATCH, DELETE');
      response.setHeader('Access-Control-Allow-Headers', 'Content-Type, Authorization');
    }
  };
}
