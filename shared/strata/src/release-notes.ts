import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Place } from './place.ts';

/**
 * What the versions of the suite since the one that somebody passed say about a stage, in words.
 * @param place where the companion works
 * @param number the stage's number
 * @param passed the version it passed, such as 0.1.0; undefined when nobody knows
 * @returns the notes, newest first
 */
export function notesSince(place: Place, number: string, passed: string | undefined): string[] {
  const file = path.join(place.root, 'shared', 'conformance', 'CHANGES.md');
  if (!existsSync(file)) return [];
  const [, ...sections] = readFileSync(file, 'utf8').split(/^## /m);
  const at = sections.findIndex((section) => section.startsWith(`${passed}\n`));
  const newer = at < 0 ? sections : sections.slice(0, at);
  return newer.flatMap((section) => itemsOf(section)).flatMap((item) => about(item, number));
}

function itemsOf(section: string): string[] {
  return section
    .split(/^- /m)
    .slice(1)
    .map((item) => item.replaceAll(/\s+/g, ' ').trim());
}

function about(item: string, number: string): string[] {
  const [, from = '', to = from, text = ''] = /^(\d\d[a-z]?)(?:–(\d\d[a-z]?))?: (.+)$/.exec(item) ?? [];
  return text !== '' && from <= number && number <= to ? [text] : [];
}
