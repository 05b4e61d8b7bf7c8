import { Answer, curlLine, describeSent, type Exchange } from './answer.ts';
import type { Connection } from './connection.ts';
import { Failure } from './failure.ts';
import { Retold, type Telling } from './retold.ts';

/** A request to be written by hand; the framing and Host are added. */
export interface RawRequest {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** Send the body in one chunk, without saying how long it is. */
  readonly chunked?: true;
}

const JSON_TYPE = { 'Content-Type': 'application/json' };

/** The request's head as it goes over the wire, the blank line included (RFC 9112, section 2.1). */
export function writeHead({ method, path, headers, body, chunked }: RawRequest): string {
  const length = body === undefined ? 0 : Buffer.byteLength(body);
  const framing = chunked ? { 'Transfer-Encoding': 'chunked' } : { 'Content-Length': String(length) };
  const lines = {
    Host: 'localhost',
    ...(body === undefined ? {} : { ...JSON_TYPE, ...framing }),
    ...headers,
  };
  const text = Object.entries(lines).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${method} ${path} HTTP/1.1\r\n${text.join('')}\r\n`;
}

/** The whole request as it goes over the wire. */
export function writeRequest(request: RawRequest): Buffer {
  const body = Buffer.from(request.body ?? '');
  const framed = request.chunked
    ? [Buffer.from(`${body.length.toString(16)}\r\n`), body, Buffer.from('\r\n0\r\n\r\n')]
    : [body];
  return Buffer.concat([Buffer.from(writeHead(request)), ...framed]);
}

/** Sends a whole request on a connection and gives its answer. Throws a Failure when none comes in time. */
export async function sendOn(
  connection: Connection,
  request: RawRequest,
  telling?: Partial<Telling>,
): Promise<Answer> {
  connection.send(writeRequest(request));
  return answerOn(connection, request, telling);
}

/**
 * The next answer on a connection, known as the answer to this request. Throws a Failure when none comes in time.
 * `telling` says how to tell of it, where that differs from the request alone.
 */
export async function answerOn(
  connection: Connection,
  request: RawRequest,
  telling: Partial<Telling> = {},
): Promise<Answer> {
  const exchange = describe(request);
  const told = { sent: describeSent(exchange), again: curlLine(exchange), ...telling };
  try {
    const { status, reason, headers, bytes } = await connection.answer();
    return new Retold(new Answer(exchange, { status, reason, rawHeaders: headers.flat(), bytes }), told);
  } catch (error) {
    const { sent, again } = told;
    throw error instanceof Failure ? new Failure({ ...error.facts, sent, ...(again && { again }) }) : error;
  }
}

function describe({ method, path, headers, body, chunked }: RawRequest): Exchange {
  const lines = {
    ...(body === undefined ? {} : JSON_TYPE),
    ...(chunked && { 'Transfer-Encoding': 'chunked' }),
    ...headers,
  };
  return { method, path, headers: Object.entries(lines), body };
}
