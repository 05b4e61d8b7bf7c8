import type { Tracker } from '../src/check.ts';
import type { Answer } from '../src/http.ts';
import { sendOn } from '../src/raw-request.ts';
import { quoteWord } from '../src/words.ts';
import type { Kind } from './kinds.ts';

/**
 * Sends a right body, after blanks that bring it to `size` bytes, on a connection of its own: a server may close
 * that one after its refusal. `chunked`: without saying how long it is.
 */
export async function sendLarge(
  tracker: Tracker,
  target: { readonly method: string; readonly path: string; readonly kind: Kind },
  size: number,
  chunked?: true,
): Promise<Answer> {
  const { method, path, kind } = target;
  const text = JSON.stringify(kind.minimal(tracker.random));
  const body = ' '.repeat(size - Buffer.byteLength(text)) + text;
  const blanks = `head -c ${body.length - text.length} /dev/zero | tr '\\0' ' '`;
  const headers = `-H 'content-type: application/json'${chunked ? " -H 'transfer-encoding: chunked'" : ''}`;
  const telling = {
    sent: `${method} ${path}   blanks and ${text}: ${size} bytes${chunked ? ', in a chunk' : ''}`,
    again: `(${blanks}; echo ${quoteWord(text)}) | curl -i -X ${method} localhost:3000${path} ${headers} --data-binary @-`,
  };
  const connection = await tracker.connect();
  try {
    return await sendOn(connection, { method, path, body, ...(chunked && { chunked }) }, telling);
  } finally {
    connection.hangUp();
  }
}
