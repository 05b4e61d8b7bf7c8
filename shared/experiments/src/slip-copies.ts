import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Edit } from '../slips.ts';
import type { Lab } from './lab.ts';

/** The name of the copy without a slip: what a tool says of that one is not about slips. */
export const CLEAN = '99';

/** Copies of one tracker, each with one slip in it, side by side in a folder: `00`, `01`, …, and CLEAN. */
export interface Copies {
  readonly folder: string;
  /** For each slip the name of its copy; undefined when its text does not occur in this tracker exactly once. */
  readonly names: readonly (string | undefined)[];
}

/**
 * Makes one copy of a tracker for each slip, so that one run of a tool reads all of them.
 * @param source the folder of the tracker
 * @param edits the slips as they are made in its language
 * @param wanted which of them, by their place; all unless told
 */
export function copyWithSlips(
  lab: Lab,
  source: string,
  edits: readonly Edit[],
  wanted: (at: number) => boolean = () => true,
): Copies {
  const folder = mkdtempSync(lab.temporary('slips-'));
  cpSync(source, path.join(folder, CLEAN), { recursive: true, filter: isRead });
  const names = edits.map((edit, at) => {
    const original = path.join(source, edit.file);
    const text = readText(original);
    if (text.split(edit.find).length !== 2 || !wanted(at)) return undefined;
    const name = String(at).padStart(2, '0');
    cpSync(source, path.join(folder, name), { recursive: true, filter: isRead });
    writeFileSync(
      path.join(folder, name, edit.file),
      text.replace(edit.find, () => edit.replace),
    );
    return name;
  });
  return { folder, names };
}

/** The copies that a tool's output speaks of, by the paths in it. */
export function namesIn(output: string): Set<string> {
  const paths = output.matchAll(/(?:^|[\s"(/\\])(\d\d)[/\\](?:src|web|test)[/\\]/gm);
  return new Set([...paths].map(([, name = '']) => name));
}

function isRead(file: string): boolean {
  return !/[\\/](node_modules|\.turbo|\.results|\.git|\.vitest)$|\.md$/.test(file);
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
