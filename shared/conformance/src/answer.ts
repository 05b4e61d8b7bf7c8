import { type Evidence, type Failure, refute } from './failure.ts';
import { shorten } from './output.ts';
import type { Session } from './people.ts';
import { quoteWord, visible } from './words.ts';

/** A request as it was sent. */
export interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string | Uint8Array | undefined;
  /** Whose request it is, where people sign in. */
  readonly session?: Session;
}

export interface AnswerParts {
  readonly status: number;
  readonly reason: string;
  /** Names and values in turn, as they came. */
  readonly rawHeaders: readonly string[];
  readonly bytes: Buffer;
}

/** What a server answered, with the request that it answers. */
export class Answer implements Evidence {
  readonly exchange: Exchange;
  readonly status: number;
  readonly reason: string;
  /** Header lines in the order they came, duplicates kept. */
  readonly headers: readonly (readonly [string, string])[];
  readonly bytes: Buffer;
  /** The commands that repeat it on a tracker started afresh. */
  again: string | undefined;

  constructor(exchange: Exchange, parts: AnswerParts) {
    this.exchange = exchange;
    this.again = curlLine(exchange);
    this.status = parts.status;
    this.reason = parts.reason;
    this.bytes = parts.bytes;
    this.headers = pairs(parts.rawHeaders);
  }

  /** A header's value, its name in any case; several lines joined by commas; undefined when it did not come. */
  header(name: string): string | undefined {
    const values = this.headers
      .filter(([key]) => key.toLowerCase() === name.toLowerCase())
      .map(([, value]) => value);
    return values.length === 0 ? undefined : values.join(', ');
  }

  /** The media type without its parameters, lower case; empty when none came. */
  get mediaType(): string {
    return (this.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  }

  get text(): string {
    return this.bytes.toString('utf8');
  }

  /** The body as data. Throws a Failure when it is not JSON. */
  json(): unknown {
    try {
      return JSON.parse(this.text);
    } catch {
      throw this.fail('a body that is JSON');
    }
  }

  /** The failure that says what was expected of this answer: `throw answer.fail('201')`. */
  fail(expected: string, came?: string): Failure {
    return refute(this, expected, came);
  }

  get sent(): string {
    return describeSent(this.exchange);
  }

  get came(): string {
    const body = shorten(this.text.replace(/\s+/g, ' ').trim(), 160);
    const type = this.header('content-type') ?? (body === '' ? '' : '(no Content-Type)');
    return [String(this.status), type, body].filter((part) => part !== '').join('   ');
  }
}

function pairs(raw: readonly string[]): [string, string][] {
  const list: [string, string][] = [];
  for (let index = 0; index + 1 < raw.length; index += 2) list.push([raw[index] ?? '', raw[index + 1] ?? '']);
  return list;
}

/** `POST /tasks   {"title":`; headers that matter stand between. */
export function describeSent({ method, path, headers, body }: Exchange): string {
  const text = body === undefined ? '' : shorten(Buffer.from(body).toString('utf8'), 160);
  const lines = headers.map(([name, value]) => `${name}: ${value}`);
  const special = lines.filter((line) => line.toLowerCase() !== 'content-type: application/json');
  return [`${method} ${path}`, ...special, text].filter((part) => part !== '').join('   ');
}

/** The curl command that repeats a request on port 3000, quoted for a POSIX shell; long bodies are left open. */
export function curlLine({ method, path, headers, body, session }: Exchange): string {
  const words = [
    'curl',
    '-i',
    ...(session === undefined ? [] : ['-b', `${session.name}.jar`]),
    ...methodWords(method, body !== undefined),
    quoteWord(`localhost:3000${path}`),
  ];
  for (const [name, value] of headers) words.push('-H', quoteWord(`${name.toLowerCase()}: ${value}`));
  if (body !== undefined) words.push('--data-binary', quoteBody(body));
  return words.join(' ');
}

function methodWords(method: string, hasBody: boolean): string[] {
  if (method === 'HEAD') return ['--head'];
  return method === (hasBody ? 'POST' : 'GET') ? [] : ['-X', quoteWord(method)];
}

function quoteBody(body: string | Uint8Array): string {
  const bytes = Buffer.from(body);
  const text = bytes.toString('utf8');
  if (text.length > 1000) return `'…'  # ${bytes.length} bytes, too long to print`;
  // In the texts of JSON an escape stands for the character itself.
  if (typeof body === 'string' && /^[[{"]/.test(body)) return quoteWord(visible(text));
  const printable = Buffer.from(text).equals(bytes) && visible(text) === text;
  if (printable) return quoteWord(text);
  return `$'${Array.from(bytes, escapeByte).join('')}'`;
}

function escapeByte(byte: number): string {
  const plain = byte >= 0x20 && byte < 0x7f && byte !== 0x27 && byte !== 0x5c;
  return plain ? String.fromCharCode(byte) : `\\x${byte.toString(16).padStart(2, '0')}`;
}
