import { Answer, type AnswerParts, curlLine, describeSent, type Exchange } from './answer.ts';
import { Connection } from './connection.ts';
import { Failure } from './failure.ts';
import { shorten } from './output.ts';
import type { Session } from './people.ts';
import { describeRequest, type RequestOptions, writeRequest } from './request.ts';
import { headerOf } from './response-reader.ts';
import { Wire } from './wire.ts';

export { Answer } from './answer.ts';
export { Connection } from './connection.ts';
export type { RequestOptions } from './request.ts';

/** How long a tracker may take to answer, in milliseconds. */
export const ANSWER_LIMIT = 2000;

const CLOSED = 'nothing: the connection was closed without an answer';

/**
 * Talks to one server, over connections that it keeps. Written on bare sockets: a run sends a thousand requests one
 * after the other, and node:http takes three times as long for each.
 */
export class HttpClient {
  readonly port: number;
  readonly #open = new Set<Wire>();
  readonly #idle: Wire[] = [];

  constructor(port: number) {
    this.port = port;
  }

  /** One request, and its answer whatever the status. Throws a Failure when none comes in time. */
  async request(method: string, path: string, options: RequestOptions = {}): Promise<Answer> {
    const exchange = describeRequest(method, path, options);
    try {
      return new Answer(exchange, await this.#exchange(exchange, options));
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      const { came } = error.facts;
      throw new Failure({
        sent: describeSent(exchange),
        expected: 'an answer',
        came,
        again: curlLine(exchange),
      });
    }
  }

  /**
   * A raw connection: what is written is sent as it is. Throws a Failure when it is refused. `explain` may know more
   * about a failure of the connection; `session` says whose requests go over it.
   */
  async connect(explain?: (failure: Failure) => Promise<Failure>, session?: Session): Promise<Connection> {
    return new Connection(await this.#connect(true), explain, session);
  }

  /** Closes every connection that is still open. */
  close(): void {
    for (const wire of this.#open) wire.destroy();
    this.#open.clear();
    this.#idle.length = 0;
  }

  async #exchange(exchange: Exchange, options: RequestOptions): Promise<AnswerParts> {
    const limit = options.limit ?? ANSWER_LIMIT;
    for (;;) {
      const kept = this.#takeIdle();
      const wire = kept ?? (await this.#connect(false));
      writeRequest(wire, this.port, exchange, options);
      const parts = await wire.answer(exchange.method, limit);
      if (typeof parts === 'object') {
        this.#keep(wire, parts);
        if (wire.rest.length > 0) throw failure(describeExcess(parts, wire.rest));
        return parts;
      }
      this.#drop(wire);
      if (parts === 'late') throw failure(`no answer within ${limit / 1000} s: was the response ended?`);
      if (wire.rest.length > 0) throw failure('the connection was closed in the middle of the answer');
      // A server may close a kept connection at any time (RFC 9112, 9.3.1): once more, on a fresh one.
      if (kept === undefined) throw failure(CLOSED);
    }
  }

  async #connect(halfOpen: boolean): Promise<Wire> {
    try {
      const wire = await Wire.open(this.port, halfOpen);
      this.#open.add(wire);
      return wire;
    } catch (error) {
      const refused = error instanceof Error && 'code' in error && error.code === 'ECONNREFUSED';
      const came = refused ? 'the connection was refused, no server is listening any more' : String(error);
      throw new Failure({ expected: 'a connection', came: `nothing: ${came}` });
    }
  }

  /** A kept connection on which nothing came since its last answer. */
  #takeIdle(): Wire | undefined {
    for (let wire = this.#idle.pop(); wire !== undefined; wire = this.#idle.pop()) {
      if (!wire.ended && wire.rest.length === 0) return wire;
      this.#drop(wire);
    }
    return undefined;
  }

  #keep(wire: Wire, { rawHeaders }: AnswerParts): void {
    const closing = /close/i.test(headerOf(rawHeaders, 'connection') ?? '');
    if (closing || wire.ended || wire.rest.length > 0) this.#drop(wire);
    else this.#idle.push(wire);
  }

  #drop(wire: Wire): void {
    wire.destroy();
    this.#open.delete(wire);
  }
}

function failure(came: string): Failure {
  return new Failure({ expected: 'an answer', came });
}

// One request was sent: whatever comes after its answer was announced too short.
function describeExcess({ status, rawHeaders }: AnswerParts, rest: Buffer): string {
  const length = headerOf(rawHeaders, 'content-length');
  const announced =
    length === undefined ? 'its headers announce' : `its Content-Length of ${length} announces`;
  return `${status}, and ${rest.length} more bytes than ${announced}: ${shorten(rest.toString('utf8'), 80)}`;
}
