import { Answer } from './answer.ts';
import { Failure } from './failure.ts';
import { shorten } from './output.ts';
import type { Session } from './people.ts';
import type { Wire } from './wire.ts';

const HOST = 'Host: localhost\r\n';

/**
 * A TCP connection on which exactly what is written is sent, but for one thing: where people sign in, the session goes
 * behind each `Host: localhost`. Waits have a limit, 2000 ms unless told.
 */
export class Connection {
  readonly #session: Session | undefined;
  readonly #wire: Wire;
  readonly #explain: (failure: Failure) => Promise<Failure>;
  readonly #sent: Buffer[] = [];

  /** `explain` may know more about a failure. */
  constructor(
    wire: Wire,
    explain: (failure: Failure) => Promise<Failure> = async (failure) => failure,
    session?: Session,
  ) {
    this.#wire = wire;
    this.#explain = explain;
    this.#session = session;
  }

  /** Sends text or bytes as they are. */
  send(data: string | Uint8Array): void {
    this.#sent.push(Buffer.from(data));
    this.#wire.write(this.#session === undefined ? data : signed(data, this.#session));
  }

  /** Sends no more, but goes on reading: the half-close of TCP. */
  end(): void {
    this.#wire.end();
  }

  /** Hangs up at once, in the middle of whatever is going on. */
  hangUp(): void {
    this.#wire.reset();
  }

  /** The next complete answer; 1xx ones are passed over. Throws a Failure when none comes in time. */
  async answer(limit = 2000): Promise<Answer> {
    const text = Buffer.concat(this.#sent).toString('latin1');
    const [method = '', path = ''] = text.split(/[ \r\n]/, 2);
    const parts = await this.#wire.answer(method, limit);
    if (parts === 'closed') throw await this.#fail('the connection was closed without a complete answer');
    if (parts === 'late') throw await this.#fail(`nothing within ${limit / 1000} s`);
    const start = text.indexOf('\r\n\r\n');
    const body = start < 0 ? undefined : text.slice(start + 4);
    return new Answer({ method, path, headers: [], body }, parts);
  }

  /** Waits until the server closes the connection. Throws a Failure when it does not in time. */
  async closed(limit = 2000): Promise<void> {
    if (await this.#wire.closed(limit)) return;
    throw await this.#fail(`nothing within ${limit / 1000} s`, 'the connection closed by the server');
  }

  #fail(came: string, expected = 'an answer'): Promise<Failure> {
    const text = Buffer.concat(this.#sent).toString('utf8').replaceAll('\r\n', '\\r\\n');
    const rest = this.#wire.rest.toString('utf8');
    const received = rest === '' ? '' : `, after: ${shorten(rest, 200)}`;
    return this.#explain(new Failure({ sent: shorten(text, 200), expected, came: came + received }));
  }
}

// latin1 keeps every byte as it is.
function signed(data: string | Uint8Array, { access }: Session): Buffer {
  const text = Buffer.from(data).toString('latin1');
  return Buffer.from(text.replaceAll(HOST, `${HOST}Cookie: access=${access}\r\n`), 'latin1');
}
