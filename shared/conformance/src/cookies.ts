import type { Answer } from './answer.ts';

/** A cookie as a server set it (RFC 6265, section 4.1). */
export interface SetCookie {
  readonly name: string;
  readonly value: string;
  /** The attributes, their names in lower case; one without a value has an empty text. */
  readonly attributes: ReadonlyMap<string, string>;
}

/** The cookies that an answer sets, in the order they came. */
export function readCookies(answer: Answer): SetCookie[] {
  const lines = answer.headers.filter(([name]) => name.toLowerCase() === 'set-cookie');
  return lines.map(([, line]) => {
    const [first = ['', ''], ...others] = line.split(';').map(splitPair);
    const attributes = new Map(others.map(([name, value]) => [name.toLowerCase(), value]));
    return { name: first[0], value: first[1], attributes };
  });
}

/** The cookie with this name that an answer sets, or undefined. The last one counts, as in a browser. */
export function readCookie(answer: Answer, name: string): SetCookie | undefined {
  return readCookies(answer).findLast((cookie) => cookie.name === name);
}

function splitPair(part: string): [string, string] {
  const at = part.indexOf('=');
  return at < 0 ? [part.trim(), ''] : [part.slice(0, at).trim(), part.slice(at + 1).trim()];
}
