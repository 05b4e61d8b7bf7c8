import { documentEnd } from './json-stream.ts';

/**
 * The JSON documents (objects and arrays) that a program printed one after the other, on one line each or spread
 * over many, and what stands between them that is none.
 */
export function readDocuments(text: string): { documents: unknown[]; noise: string } {
  const documents: unknown[] = [];
  let noise = '';
  let rest = text;
  for (let start = rest.search(/[{[]/); start >= 0; start = rest.search(/[{[]/)) {
    const end = documentEnd(rest.slice(start)) ?? 1;
    const document = parse(rest.slice(start, start + end));
    noise += rest.slice(0, document === undefined ? start + 1 : start);
    if (document !== undefined) documents.push(document);
    rest = rest.slice(document === undefined ? start + 1 : start + end);
  }
  return { documents, noise: `${noise}${rest}`.trim() };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
