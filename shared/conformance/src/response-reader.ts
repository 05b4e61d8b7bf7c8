import type { AnswerParts } from './answer.ts';
import { Failure } from './failure.ts';
import { shorten } from './output.ts';

interface Head extends Omit<AnswerParts, 'bytes'> {
  /** Where the body begins. */
  readonly length: number;
}

interface Body {
  readonly bytes: Buffer;
  /** How much of what came belongs to it. */
  readonly taken: number;
}

const NOTHING: Body = { bytes: Buffer.alloc(0), taken: 0 };

/** Finds answers in the bytes that come on a connection (RFC 9112). */
export class ResponseReader {
  /** No more will come. */
  ended = false;
  #bytes: Buffer = Buffer.alloc(0);
  #came: Buffer[] = [];
  #size = 0;
  /** Below this many bytes no answer can be complete: a large one is not put together anew for every piece. */
  #needed = 0;

  push(bytes: Buffer): void {
    this.#came.push(bytes);
    this.#size += bytes.length;
  }

  /** What came and belongs to no answer that was taken. */
  get rest(): Buffer {
    if (this.#came.length > 0) this.#bytes = Buffer.concat([this.#bytes, ...this.#came]);
    this.#came = [];
    this.#size = this.#bytes.length;
    return this.#bytes;
  }

  /**
   * The next complete answer to a request with this method, 1xx ones passed over; undefined while it is not complete.
   * Throws a Failure when what came is no HTTP.
   */
  take(method: string): AnswerParts | undefined {
    if (this.#size < this.#needed && !this.ended) return undefined;
    const bytes = this.rest;
    const head = readHead(bytes);
    if (head === undefined) return undefined;
    if (head.status < 200) {
      this.#drop(head.length);
      return this.take(method);
    }
    const body = method === 'HEAD' ? NOTHING : readBody(head, bytes.subarray(head.length), this.ended);
    this.#needed = body === undefined ? head.length + announcedLength(head) : 0;
    if (body === undefined) return undefined;
    this.#drop(head.length + body.taken);
    return { status: head.status, reason: head.reason, rawHeaders: head.rawHeaders, bytes: body.bytes };
  }

  #drop(count: number): void {
    this.#bytes = this.#bytes.subarray(count);
    this.#size = this.#bytes.length;
  }
}

function announcedLength(head: Head): number {
  return Number(headerOf(head.rawHeaders, 'content-length') ?? 0);
}

function readHead(bytes: Buffer): Head | undefined {
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const [first = '', ...lines] = bytes.toString('latin1', 0, end).split('\r\n');
  const match = /^HTTP\/1\.[01] (\d{3}) ?(.*)$/.exec(first);
  if (match === null) {
    throw new Failure({ expected: 'an answer', came: `no valid HTTP answer: ${shorten(first, 200)}` });
  }
  const rawHeaders = lines.flatMap((line) => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon), line.slice(colon + 1).trim()];
  });
  return { status: Number(match[1]), reason: match[2] ?? '', rawHeaders, length: end + 4 };
}

/** The value of the first header with this name, given in lower case. */
export function headerOf(rawHeaders: readonly string[], wanted: string): string | undefined {
  const at = rawHeaders.findIndex((name, index) => index % 2 === 0 && name.toLowerCase() === wanted);
  return at < 0 ? undefined : rawHeaders[at + 1];
}

// RFC 9112, section 6.3: no body, chunks, a length, or everything until the connection closes.
function readBody(head: Head, bytes: Buffer, ended: boolean): Body | undefined {
  if (head.status === 204 || head.status === 304) return NOTHING;
  if (/chunked/i.test(headerOf(head.rawHeaders, 'transfer-encoding') ?? '')) return readChunks(bytes);
  const length = headerOf(head.rawHeaders, 'content-length');
  if (length === undefined) return ended ? { bytes, taken: bytes.length } : undefined;
  const size = Number(length);
  return bytes.length < size ? undefined : { bytes: bytes.subarray(0, size), taken: size };
}

// RFC 9112, section 7.1: sizes in hexadecimal; after the last chunk there may be trailers.
function readChunks(bytes: Buffer): Body | undefined {
  const parts: Buffer[] = [];
  let at = 0;
  for (;;) {
    const end = bytes.indexOf('\r\n', at);
    if (end < 0) return undefined;
    const size = Number.parseInt(bytes.toString('latin1', at, end), 16);
    if (size === 0) {
      const last = bytes.indexOf('\r\n\r\n', end);
      return last < 0 ? undefined : { bytes: Buffer.concat(parts), taken: last + 4 };
    }
    const next = end + 2 + size + 2;
    if (Number.isNaN(size) || bytes.length < next) return undefined;
    parts.push(bytes.subarray(end + 2, end + 2 + size));
    at = next;
  }
}
