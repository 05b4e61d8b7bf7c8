import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { applyPatch, parsePatch, type StructuredPatch } from 'diff';

/** What a change cost, as its patch tells. */
export interface Cost {
  /** Runs of changed lines: how often one has to put the cursor somewhere. */
  readonly edits: number;
  /** Those edits that write the word that was looked for. */
  readonly naming: number;
  readonly files: number;
}

/**
 * Applies a unified patch to a folder.
 * @param text the patch; it may begin with a sentence, names begin with a/ and b/
 * @param folder changed in place
 * @throws Error when the patch changes nothing or does not fit, naming the file
 */
export function applyTo(folder: string, text: string): void {
  const changes = parsePatch(text);
  if (changes.length === 0) throw new Error('the patch changes nothing');
  for (const change of changes) {
    const file = path.join(folder, nameOf(change));
    const result = applyPatch(readFileSync(file, 'utf8'), change);
    if (result === false) throw new Error(`the patch no longer fits ${nameOf(change)}`);
    writeFileSync(file, result);
  }
}

/**
 * Counts what a patch changes.
 * @param text the patch
 * @param word a word, such as a field's name
 * @param within only the files whose name this accepts
 */
export function countEdits(text: string, word: string, within: (file: string) => boolean): Cost {
  const changes = parsePatch(text).filter((change) => within(nameOf(change)));
  const edits = changes.flatMap(({ hunks }) => hunks.flatMap(({ lines }) => runs(lines)));
  const naming = edits.filter((lines) => lines.some((line) => line.startsWith('+') && line.includes(word)));
  return { edits: edits.length, naming: naming.length, files: changes.length };
}

function runs(lines: readonly string[]): string[][] {
  const found: string[][] = [];
  for (const [at, line] of lines.entries()) {
    if (!/^[+-]/.test(line)) continue;
    const last = found.at(-1);
    if (last !== undefined && /^[+-]/.test(lines[at - 1] ?? '')) last.push(line);
    else found.push([line]);
  }
  return found;
}

function nameOf({ oldFileName = '' }: StructuredPatch): string {
  return oldFileName.replace(/^a\//, '');
}
