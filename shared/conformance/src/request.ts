import type { Exchange } from './answer.ts';

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
}

/** The request as it will be sent, apart from its framing. */
export function describeRequest(method: string, path: string, options: RequestOptions): Exchange {
  const given = options.headers ?? {};
  const headers: (readonly [string, string])[] = isList(given) ? [...given] : Object.entries(given);
  const hasType = headers.some(([name]) => name.toLowerCase() === 'content-type');
  if (options.json === undefined)
    return { method, path, headers, body: options.body ?? joined(options.chunks) };
  if (!hasType) headers.push(['Content-Type', 'application/json']);
  return { method, path, headers, body: JSON.stringify(options.json) };
}

function isList(
  headers: Readonly<Record<string, string>> | readonly (readonly [string, string])[],
): headers is readonly (readonly [string, string])[] {
  return Array.isArray(headers);
}

function joined(chunks: RequestOptions['chunks']): Buffer | undefined {
  return chunks && Buffer.concat(chunks.map((chunk) => Buffer.from(chunk)));
}

/** The header lines that say where the body ends: Node leaves them to us when headers are given as a list. */
export function frame(exchange: Exchange, options: RequestOptions): [string, string][] {
  if (exchange.headers.some(([name]) => /^(content-length|transfer-encoding)$/i.test(name))) return [];
  if (options.chunks !== undefined) return [['Transfer-Encoding', 'chunked']];
  if (exchange.body !== undefined) return [['Content-Length', String(Buffer.byteLength(exchange.body))]];
  return /^(POST|PUT|PATCH)$/.test(exchange.method) ? [['Content-Length', '0']] : [];
}
