import { AppError } from './errors.js';

const PROBLEMS = {
  'malformed-json': { status: 400, title: 'Malformed JSON' },
  'not-found': { status: 404, title: 'Not found' },
  'method-not-allowed': { status: 405, title: 'Method not allowed' },
  'invalid-transition': { status: 409, title: 'Invalid transition' },
  'payload-too-large': { status: 413, title: 'Payload too large' },
  'unsupported-media-type': { status: 415, title: 'Unsupported media type' },
  validation: { status: 422, title: 'Validation failed' },
  internal: { status: 500, title: 'Internal error' },
};

// Answers as RFC 9457 says. What nobody foresaw is logged with its cause and shown to the client without it.
export function sendProblem(response, error, logger) {
  const foreseen = error instanceof AppError && Object.hasOwn(PROBLEMS, error.code);
  if (!foreseen) logger.error(error);
  const { code, message, errors } = foreseen
    ? error
    : { code: 'internal', message: 'Something went wrong here' };

  const { status, title } = PROBLEMS[code];
  const body = JSON.stringify({ type: `/problems/${code}`, title, status, detail: message, errors });
  response.writeHead(status, {
    'Content-Type': 'application/problem+json',
    'Content-Length': Buffer.byteLength(body),
  });
  response.end(body);
}
