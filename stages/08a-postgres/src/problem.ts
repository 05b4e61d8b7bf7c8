import type { ServerResponse } from 'node:http';
import { AppError, type ErrorCode } from './errors.ts';

export interface Logger {
  error(error: unknown): void;
}

type ProblemCode = Exclude<ErrorCode, 'config'> | 'internal';

const PROBLEMS: Record<ProblemCode, { status: number; title: string }> = {
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
export function sendProblem(response: ServerResponse, error: unknown, logger: Logger) {
  const foreseen = isForeseen(error);
  if (!foreseen) logger.error(error);
  const { code, message, errors } = foreseen
    ? error
    : { code: 'internal' as const, message: 'Something went wrong here', errors: undefined };

  const { status, title } = PROBLEMS[code];
  const body = JSON.stringify({ type: `/problems/${code}`, title, status, detail: message, errors });
  response.writeHead(status, {
    'Content-Type': 'application/problem+json',
    'Content-Length': Buffer.byteLength(body),
  });
  response.end(body);
}

function isForeseen(error: unknown): error is AppError & { code: ProblemCode } {
  return error instanceof AppError && Object.hasOwn(PROBLEMS, error.code);
}
