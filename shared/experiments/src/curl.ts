import { splitWords } from '../../conformance/src/words.ts';

/** A request as a line for curl says it. */
export interface CurlRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/**
 * Reads a line for curl, so that what is counted is what is done, also where curl is not installed.
 * @param line an address without a scheme, and the options -X, -H and --json
 * @throws Error for anything else
 */
export function readCurl(line: string): CurlRequest {
  const [command, ...words] = splitWords(line);
  if (command !== 'curl') throw new Error(`not a line for curl: ${line}`);
  const options = new Map<string, string>();
  let address: string | undefined;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (['-X', '--json'].includes(word)) options.set(word, words[++at] ?? '');
    else if (word.startsWith('-') || address !== undefined) throw new Error(`curl: what is ${word}?`);
    else address = word;
  }
  const { pathname, search } = new URL(`http://${address}`);
  const body = options.get('--json');
  return {
    method: options.get('-X') ?? (body === undefined ? 'GET' : 'POST'),
    path: pathname + search,
    headers: body === undefined ? {} : { 'Content-Type': 'application/json', Accept: 'application/json' },
    ...(body !== undefined && { body }),
  };
}
