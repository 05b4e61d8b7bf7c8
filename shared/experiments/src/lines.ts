import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Counts the lines of code in a JavaScript text: not the empty ones, not those that are only comment.
 * @param text the source; a block comment begins on a line of its own
 */
export function countLines(text: string): number {
  let commented = false;
  let count = 0;
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (line.startsWith('/*')) commented = true;
    if (!commented && line !== '' && !line.startsWith('//')) count += 1;
    if (commented && line.endsWith('*/')) commented = false;
  }
  return count;
}

/**
 * Counts a stage's lines of code by kind.
 * @param folder the folder that holds src/
 * @param kinds which kind each file of src/ is, by its path in there
 * @param names all kinds, so that one without a file counts 0
 * @returns the counts, and the files that the table forgets or that are no longer there
 */
export function countByKind<Kind extends string>(
  folder: string,
  kinds: Readonly<Record<string, Kind>>,
  names: readonly Kind[],
): { counted: Map<Kind, number>; unknown: string[]; gone: string[] } {
  const source = path.join(folder, 'src');
  const files = readdirSync(source, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(source, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'));
  const counted = new Map(names.map((name) => [name, 0]));
  for (const file of files) {
    const kind = kinds[file];
    if (kind === undefined) continue;
    const lines = countLines(readFileSync(path.join(source, file), 'utf8'));
    counted.set(kind, (counted.get(kind) ?? 0) + lines);
  }
  return {
    counted,
    unknown: files.filter((file) => !Object.hasOwn(kinds, file)).sort(),
    gone: Object.keys(kinds).filter((file) => !files.includes(file)),
  };
}
