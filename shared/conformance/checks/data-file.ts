import { readFileSync } from 'node:fs';

/** The bytes of a file; undefined when there is none. */
export function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/**
 * Reads a file again and again while `work` goes on, and once after it. Returns the first content that was not JSON;
 * undefined when it was whole, or not there, every time.
 */
export async function watchWhile(file: string, work: () => Promise<void>): Promise<string | undefined> {
  let over = false;
  const working = work().finally(() => {
    over = true;
  });
  working.catch(() => {}); // it is awaited below
  let half: string | undefined;
  do {
    half ??= broken(file);
    await new Promise((resolve) => setImmediate(resolve));
  } while (!over);
  await working;
  return half ?? broken(file);
}

function broken(file: string): string | undefined {
  const text = readIfThere(file)?.toString('utf8');
  if (text === undefined) return undefined;
  try {
    JSON.parse(text);
    return undefined;
  } catch {
    return text;
  }
}
