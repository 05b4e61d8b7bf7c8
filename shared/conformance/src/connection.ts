import type { Socket } from 'node:net';
import { Answer } from './answer.ts';
import { within } from './child.ts';
import { Failure } from './failure.ts';
import { shorten } from './output.ts';

interface Head {
  readonly status: number;
  readonly reason: string;
  readonly rawHeaders: string[];
  /** Where the body begins. */
  readonly length: number;
}

/** A TCP connection on which exactly what is written is sent. Waits have a limit, 2000 ms unless told. */
export class Connection {
  readonly #socket: Socket;
  readonly #explain: (failure: Failure) => Promise<Failure>;
  readonly #sent: Buffer[] = [];
  #received = Buffer.alloc(0);
  #ended = false;
  #wake: () => void = () => {};

  constructor(socket: Socket, explain: (failure: Failure) => Promise<Failure> = async (failure) => failure) {
    this.#socket = socket;
    this.#explain = explain;
    socket.on('data', (bytes) => {
      this.#received = Buffer.concat([this.#received, bytes]);
      this.#wake();
    });
    const end = (): void => {
      this.#ended = true;
      this.#wake();
    };
    socket.on('end', end).on('close', end).on('error', end);
  }

  /** Sends text or bytes as they are. */
  send(data: string | Uint8Array): void {
    this.#sent.push(Buffer.from(data));
    this.#socket.write(data);
  }

  /** Sends no more, but goes on reading: the half-close of TCP. */
  end(): void {
    this.#socket.end();
  }

  /** Hangs up at once, in the middle of whatever is going on. */
  hangUp(): void {
    this.#socket.resetAndDestroy();
  }

  /** The next complete answer; 1xx ones are passed over. Throws a Failure when none comes in time. */
  async answer(limit = 2000): Promise<Answer> {
    const deadline = Date.now() + limit;
    for (;;) {
      const answer = this.#take();
      if (answer !== undefined) return answer;
      if (this.#ended) throw await this.#fail('the connection was closed without a complete answer');
      await this.#more(deadline, limit);
    }
  }

  /** Waits until the server closes the connection. Throws a Failure when it does not in time. */
  async closed(limit = 2000): Promise<void> {
    const deadline = Date.now() + limit;
    while (!this.#ended) await this.#more(deadline, limit, 'the connection closed by the server');
  }

  async #more(deadline: number, limit: number, expected?: string): Promise<void> {
    const left = Math.max(deadline - Date.now(), 0);
    const woken = new Promise<true>((resolve) => {
      this.#wake = () => resolve(true);
    });
    if ((await within(woken, left)) === undefined)
      throw await this.#fail(`nothing within ${limit / 1000} s`, expected);
  }

  #take(): Answer | undefined {
    const head = readHead(this.#received);
    if (head === undefined) return undefined;
    if (head.status < 200) {
      this.#received = this.#received.subarray(head.length);
      return this.#take();
    }
    const text = Buffer.concat(this.#sent).toString('latin1');
    const [method = '', path = ''] = text.split(/[ \r\n]/, 2);
    const rest = this.#received.subarray(head.length);
    const body =
      method === 'HEAD' ? { bytes: Buffer.alloc(0), taken: 0 } : readFramed(head, rest, this.#ended);
    if (body === undefined) return undefined;
    this.#received = rest.subarray(body.taken);
    const start = text.indexOf('\r\n\r\n');
    const exchange = { method, path, headers: [], body: start < 0 ? undefined : text.slice(start + 4) };
    return new Answer(exchange, { ...head, bytes: body.bytes });
  }

  #fail(came: string, expected = 'an answer'): Promise<Failure> {
    const text = Buffer.concat(this.#sent).toString('utf8').replaceAll('\r\n', '\\r\\n');
    const received =
      this.#received.length > 0 ? `, after: ${shorten(this.#received.toString('utf8'), 200)}` : '';
    return this.#explain(new Failure({ sent: shorten(text, 200), expected, came: came + received }));
  }
}

function readHead(bytes: Buffer): Head | undefined {
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const [first = '', ...lines] = bytes.toString('latin1', 0, end).split('\r\n');
  const match = /^HTTP\/1\.[01] (\d{3}) ?(.*)$/.exec(first);
  if (match === null) throw new Failure({ expected: 'an HTTP answer', came: shorten(first, 200) });
  const rawHeaders = lines.flatMap((line) => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon), line.slice(colon + 1).trim()];
  });
  return { status: Number(match[1]), reason: match[2] ?? '', rawHeaders, length: end + 4 };
}

/** The body by its framing (RFC 9112, 6.3); undefined while it is not complete. */
function readFramed(head: Head, bytes: Buffer, ended: boolean): { bytes: Buffer; taken: number } | undefined {
  const header = (wanted: string): string | undefined => {
    const at = head.rawHeaders.findIndex((name, index) => index % 2 === 0 && name.toLowerCase() === wanted);
    return at < 0 ? undefined : head.rawHeaders[at + 1];
  };
  if (head.status === 204 || head.status === 304) return { bytes: Buffer.alloc(0), taken: 0 };
  if (/chunked/i.test(header('transfer-encoding') ?? '')) return readChunks(bytes);
  const length = header('content-length');
  if (length === undefined) return ended ? { bytes, taken: bytes.length } : undefined;
  const size = Number(length);
  return bytes.length < size ? undefined : { bytes: bytes.subarray(0, size), taken: size };
}

function readChunks(bytes: Buffer): { bytes: Buffer; taken: number } | undefined {
  const parts: Buffer[] = [];
  let at = 0;
  for (;;) {
    const end = bytes.indexOf('\r\n', at);
    if (end < 0) return undefined;
    const size = Number.parseInt(bytes.toString('latin1', at, end), 16);
    const next = end + 2 + size + 2;
    if (Number.isNaN(size) || bytes.length < next) return undefined;
    if (size === 0) return { bytes: Buffer.concat(parts), taken: next };
    parts.push(bytes.subarray(end + 2, end + 2 + size));
    at = next;
  }
}
