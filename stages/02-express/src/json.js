import { AppError } from './errors.js';

const LIMIT = 100_000;

export async function readJson(request) {
  const bytes = await readBody(request);
  const type = request.headers['content-type']?.split(';')[0].trim().toLowerCase();
  if (type !== 'application/json' && bytes.length > 0) {
    throw new AppError(
      'unsupported-media-type',
      `The Content-Type must be application/json, not ${type ?? 'missing'}`,
    );
  }
  return parseJson(bytes);
}

export function sendJson(response, status, value, headers = {}) {
  const body = JSON.stringify(value);
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
    ...headers,
  });
  response.end(body);
}

// Counts what arrives, because Content-Length may be missing. What is too much is let pass, not kept: a client that is
// still sending does not listen yet.
async function readBody(request) {
  const chunks = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size <= LIMIT) chunks.push(chunk);
  }
  if (size > LIMIT) throw new AppError('payload-too-large', `A body may have at most ${LIMIT} bytes`);
  return Buffer.concat(chunks);
}

function parseJson(bytes) {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new AppError('malformed-json', 'The body is not valid JSON in UTF-8', { cause });
  }
}
