import { randomUUID } from 'node:crypto';
import type { Answer } from './request.ts';

interface Asked {
  path: string;
  answer: Promise<Answer>;
}

declare global {
  var handedOver: Map<string, Asked> | undefined;
}

// The header in which the proxy tells a page that it has asked already.
export const HANDED_OVER = 'x-handed-over';

const KEPT_FOR = 5_000;

// What the proxy had to know about a document, its page need not ask again. The two are bundled apart and share nothing
// but their process. A key cannot be guessed, and is good for one page.
globalThis.handedOver ??= new Map();
const asked = globalThis.handedOver;

export function handOver(path: string, answer: Promise<Answer>): string {
  const key = randomUUID();
  asked.set(key, { path, answer });
  setTimeout(() => asked.delete(key), KEPT_FOR).unref();
  return key;
}

export function takeOver(key: string | null, path: string): Promise<Answer> | undefined {
  const kept = key === null ? undefined : asked.get(key);
  if (kept?.path !== path) return undefined;
  asked.delete(key ?? '');
  return kept.answer;
}
