import type { Exchange } from './answer.ts';
import type { Session } from './people.ts';

export interface RequestOptions {
  /** Header lines in this order; a name may come twice. */
  readonly headers?: Readonly<Record<string, string>> | readonly (readonly [string, string])[];
  /** Sent as JSON with its content type, unless `headers` names another. */
  readonly json?: unknown;
  /** Sent as it is; no content type is added. */
  readonly body?: string | Uint8Array;
  /** Sent one after the other with `Transfer-Encoding: chunked`. */
  readonly chunks?: readonly (string | Uint8Array)[];
  /** Milliseconds until it counts as unanswered (2000). */
  readonly limit?: number;
  /** Whose request it is, where people sign in: that of whom the tracker under test knows when left out. */
  readonly as?: Session | 'nobody';
  /** `false`: where lists come in pages, the first page is enough. */
  readonly whole?: false;
}

/** The request as it will be sent, apart from its framing. */
export function describeRequest(method: string, path: string, options: RequestOptions): Exchange {
  const given = options.headers ?? {};
  const headers: (readonly [string, string])[] = isList(given) ? [...given] : Object.entries(given);
  const hasType = headers.some(([name]) => name.toLowerCase() === 'content-type');
  const whose = typeof options.as === 'object' ? { session: options.as } : {};
  if (options.json === undefined)
    return { method, path, headers, body: options.body ?? joined(options.chunks), ...whose };
  if (!hasType) headers.push(['Content-Type', 'application/json']);
  return { method, path, headers, body: JSON.stringify(options.json), ...whose };
}

function isList(
  headers: Readonly<Record<string, string>> | readonly (readonly [string, string])[],
): headers is readonly (readonly [string, string])[] {
  return Array.isArray(headers);
}

function joined(chunks: RequestOptions['chunks']): Buffer | undefined {
  return chunks && Buffer.concat(chunks.map((chunk) => Buffer.from(chunk)));
}

/** Writes a request: its lines and a whole body at once, chunks one after the other. */
export function writeRequest(
  wire: { write(data: string | Uint8Array): void },
  port: number,
  exchange: Exchange,
  { chunks }: RequestOptions,
): void {
  const { method, path, headers, body, session } = exchange;
  const cookie = session === undefined ? [] : [['Cookie', cookiesFor(path, session)]];
  const lines = [
    ['Host', `localhost:${port}`],
    ...frame(exchange, chunks !== undefined),
    ...cookie,
    ...headers,
  ];
  const head = `${method} ${path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`;
  if (chunks === undefined) wire.write(Buffer.concat([Buffer.from(head), Buffer.from(body ?? '')]));
  else {
    wire.write(head);
    for (const chunk of [...chunks.filter(({ length }) => length > 0), '']) {
      const size = Buffer.byteLength(chunk).toString(16);
      wire.write(Buffer.concat([Buffer.from(`${size}\r\n`), Buffer.from(chunk), Buffer.from('\r\n')]));
    }
  }
}

// Where the body ends (RFC 9112, section 6), unless the check says it itself.
function frame({ method, headers, body }: Exchange, chunked: boolean): [string, string][] {
  if (headers.some(([name]) => /^(content-length|transfer-encoding)$/i.test(name))) return [];
  if (chunked) return [['Transfer-Encoding', 'chunked']];
  if (body !== undefined) return [['Content-Length', String(Buffer.byteLength(body))]];
  return /^(POST|PUT|PATCH)$/.test(method) ? [['Content-Length', '0']] : [];
}

// As a browser does in which the access token has ended when it asks for a new one.
function cookiesFor(path: string, { access, refresh }: Session): string {
  if (path === '/auth/refresh') return `refresh=${refresh}`;
  return path === '/auth/logout' ? `access=${access}; refresh=${refresh}` : `access=${access}`;
}
