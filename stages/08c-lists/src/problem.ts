import type { ServerResponse } from 'node:http';
import { AppError, type ErrorCode } from './errors.ts';

export interface Logger {
  error(error: unknown): void;
}

type ProblemCode = Exclude<ErrorCode, 'config'> | 'internal';

interface Problem {
  status: number;
  title: string;
  headers?: Record<string, string>;
}

const PROBLEMS: Record<ProblemCode, Problem> = {
  'malformed-json': { status: 400, title: 'Malformed JSON' },
  unauthenticated: { status: 401, title: 'Not signed in', headers: { 'WWW-Authenticate': 'Bearer' } },
  forbidden: { status: 403, title: 'Forbidden' },
  'not-found': { status: 404, title: 'Not found' },
  'method-not-allowed': { status: 405, title: 'Method not allowed' },
  'invalid-transition': { status: 409, title: 'Invalid transition' },
  'email-taken': { status: 409, title: 'E-mail address taken' },
  'own-account': { status: 409, title: 'Own account' },
  'payload-too-large': { status: 413, title: 'Payload too large' },
  'unsupported-media-type': { status: 415, title: 'Unsupported media type' },
  validation: { status: 422, title: 'Validation failed' },
  internal: { status: 500, title: 'Internal error' },
  unavailable: { status: 503, title: 'Unavailable', headers: { 'Retry-After': '1' } },
};

// Answers as RFC 9457 says. What nobody foresaw, or a client can do nothing about, is logged with its cause and shown
// without it.
export function sendProblem(response: ServerResponse, error: unknown, logger: Logger) {
  const foreseen = isForeseen(error);
  if (!foreseen || error.code === 'unavailable') logger.error(error);
  const { code, message, errors } = foreseen
    ? error
    : { code: 'internal' as const, message: 'Something went wrong here', errors: undefined };

  const { status, title, headers } = PROBLEMS[code];
  const body = JSON.stringify({ type: `/problems/${code}`, title, status, detail: message, errors });
  response.writeHead(status, {
    ...headers,
    'Content-Type': 'application/problem+json',
    'Content-Length': Buffer.byteLength(body),
  });
  response.end(body);
}

function isForeseen(error: unknown): error is AppError & { code: ProblemCode } {
  return error instanceof AppError && Object.hasOwn(PROBLEMS, error.code);
}
