import { once } from 'node:events';
import type { ClientRequest, IncomingMessage } from 'node:http';
import { Answer } from './answer.ts';
import { within } from './child.ts';
import { Failure } from './failure.ts';
import { Agent, openRequest } from './node-http.ts';
import type { Session } from './people.ts';

// A server may leave 100 Continue out; then its answer to another request has to do as a sign.
const CONTINUE_LIMIT = 300;
const ANSWER_LIMIT = 2000;

/** A POST of JSON whose body is sent in two halves, so that the server has it in hand in between. */
export class HalfSent {
  readonly #request: ClientRequest;
  readonly #agent = new Agent({ keepAlive: true });
  readonly #path: string;
  readonly #body: Buffer;
  readonly #answer: Promise<Answer | Failure>;

  private constructor(port: number, path: string, body: Buffer, session: Session | undefined) {
    this.#path = path;
    this.#body = body;
    this.#request = openRequest({
      host: '127.0.0.1',
      port,
      path,
      method: 'POST',
      agent: this.#agent,
      headers: {
        'Content-Type': 'application/json',
        'Content-Length': body.length,
        Expect: '100-continue',
        ...(session && { Cookie: `access=${session.access}` }),
      },
    });
    this.#answer = this.#wait();
  }

  /** Sends the head and, once the server says 100 Continue (RFC 9110, 10.1.1) or keeps silent, half of the body. */
  static async begin(port: number, path: string, json: unknown, session?: Session): Promise<HalfSent> {
    const half = new HalfSent(port, path, Buffer.from(JSON.stringify(json)), session);
    half.#request.flushHeaders();
    await within(Promise.race([once(half.#request, 'continue'), half.#answer]), CONTINUE_LIMIT);
    half.#request.write(half.#body.subarray(0, half.#body.length / 2));
    return half;
  }

  /** Sends the rest; gives the answer, or the failure that says that none came. The connection stays open. */
  async finish(): Promise<Answer | Failure> {
    this.#request.end(this.#body.subarray(this.#body.length / 2));
    const late = this.#fail(`no answer within ${ANSWER_LIMIT / 1000} s`);
    return (await within(this.#answer, ANSWER_LIMIT)) ?? late;
  }

  /** Closes the connection. */
  close(): void {
    this.#request.destroy();
    this.#agent.destroy();
  }

  async #wait(): Promise<Answer | Failure> {
    try {
      const response = await new Promise<IncomingMessage>((resolve, reject) => {
        this.#request.on('response', resolve).on('error', reject);
      });
      const parts: Buffer[] = [];
      for await (const part of response) parts.push(Buffer.from(part));
      const { statusCode = 0, statusMessage = '', rawHeaders } = response;
      const exchange = { method: 'POST', path: this.#path, headers: [], body: this.#body };
      const bytes = Buffer.concat(parts);
      return new Answer(exchange, { status: statusCode, reason: statusMessage, rawHeaders, bytes });
    } catch {
      return this.#fail('the connection was closed without an answer');
    }
  }

  #fail(came: string): Failure {
    return new Failure({ sent: `POST ${this.#path}, its body in two halves`, expected: 'an answer', came });
  }
}
