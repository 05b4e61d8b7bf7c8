import type { IncomingMessage } from 'node:http';
import { connect, type Socket } from 'node:net';
import { Answer, curlLine, describeSent, type Exchange } from './answer.ts';
import { Connection } from './connection.ts';
import { Failure } from './failure.ts';
import { Agent, openRequest } from './node-http.ts';
import { describeRequest, frame, type RequestOptions } from './request.ts';

export { Answer } from './answer.ts';
export { Connection } from './connection.ts';
export type { RequestOptions } from './request.ts';

/** How long a tracker may take to answer, in milliseconds. */
export const ANSWER_LIMIT = 2000;

/** Talks to one server. */
export class HttpClient {
  readonly port: number;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 32 });
  readonly #sockets = new Set<Socket>();

  constructor(port: number) {
    this.port = port;
  }

  /** One request, and its answer whatever the status. Throws a Failure when none comes in time. */
  async request(method: string, path: string, options: RequestOptions = {}): Promise<Answer> {
    const exchange = describeRequest(method, path, options);
    const first = await this.#send(exchange, options);
    // A server may close a kept connection at any time (RFC 9112, 9.3.1): once more, on a fresh one.
    const second = first === 'stale' ? await this.#send(exchange, options) : first;
    if (second === 'stale') throw unanswered(exchange, describeError({ code: 'ECONNRESET' }));
    return second;
  }

  #send(exchange: Exchange, options: RequestOptions): Promise<Answer | 'stale'> {
    const limit = options.limit ?? ANSWER_LIMIT;
    return new Promise((resolve, reject) => {
      const fail = (came: string): void => {
        request.destroy();
        reject(unanswered(exchange, came));
      };
      const request = openRequest({
        host: '127.0.0.1',
        port: this.port,
        agent: this.#agent,
        method: exchange.method,
        path: exchange.path,
        headers: [
          ['Host', `localhost:${this.port}`],
          ...frame(exchange, options),
          ...exchange.headers,
        ].flat(),
      });
      const timer = setTimeout(fail, limit, `no answer within ${limit / 1000} s`);
      request.on('error', (error) => {
        clearTimeout(timer);
        if (request.reusedSocket && codeOf(error) === 'ECONNRESET') resolve('stale');
        else fail(describeError(error));
      });
      request.on('response', (response) => {
        readBody(response).then(
          (bytes) => {
            clearTimeout(timer);
            const { statusCode = 0, statusMessage = '', rawHeaders } = response;
            resolve(new Answer(exchange, { status: statusCode, reason: statusMessage, rawHeaders, bytes }));
          },
          () => fail(`${response.statusCode}, and then the connection closed in the middle of the body`),
        );
      });
      for (const chunk of options.chunks ?? []) request.write(chunk);
      request.end(options.chunks === undefined ? exchange.body : undefined);
    });
  }

  /**
   * A raw connection: what is written is sent as it is. Throws a Failure when it is refused. `explain` may know more
   * about a failure of the connection.
   */
  connect(explain?: (failure: Failure) => Promise<Failure>): Promise<Connection> {
    return new Promise((resolve, reject) => {
      const socket = connect({ host: '127.0.0.1', port: this.port, allowHalfOpen: true });
      this.#sockets.add(socket);
      socket.once('close', () => this.#sockets.delete(socket));
      socket.once('connect', () => resolve(new Connection(socket, explain)));
      socket.once('error', (error) => {
        reject(new Failure({ expected: 'a connection', came: describeError(error) }));
      });
    });
  }

  /** Closes every connection that is still open. */
  close(): void {
    this.#agent.destroy();
    for (const socket of this.#sockets) socket.destroy();
  }
}

async function readBody(response: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of response) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}

function unanswered(exchange: Exchange, came: string): Failure {
  return new Failure({
    sent: describeSent(exchange),
    expected: 'an answer',
    came,
    again: curlLine(exchange),
  });
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}

function describeError(error: unknown): string {
  switch (codeOf(error)) {
    case 'ECONNREFUSED':
      return 'nothing: the connection was refused, no server is listening any more';
    case 'ECONNRESET':
    case 'EPIPE':
      return 'nothing: the connection was closed without an answer';
    default:
      return `no valid HTTP answer: ${error instanceof Error ? error.message : String(error)}`;
  }
}
