import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** A stage's own papers: they differ at every stage and belong to no layer. */
export const PAPERS: ReadonlySet<string> = new Set([
  'README.md',
  'ADR.md',
  'DISCUSSION.md',
  'stage.json',
  'package.json',
]);

const GENERATED =
  /^(node_modules|dist|generated|\.next|next-env\.d\.ts|coverage|\.git|\.turbo|\.results|\.env|\.DS_Store|.*\.log)$/;

/**
 * Lists the files below a folder, what is generated or installed left out.
 * @param folder an absolute path
 * @returns paths relative to the folder, with forward slashes, sorted
 */
export function listFiles(folder: string): string[] {
  const found: string[] = [];
  const visit = (prefix: string): void => {
    for (const entry of readdirSync(path.join(folder, prefix), { withFileTypes: true })) {
      if (GENERATED.test(entry.name)) continue;
      const relative = prefix === '' ? entry.name : `${prefix}/${entry.name}`;
      if (entry.isDirectory()) visit(relative);
      else if (entry.isFile()) found.push(relative);
    }
  };
  visit('');
  return found.sort();
}

/**
 * Copies files from one folder to another.
 * @param from an absolute path
 * @param to an absolute path, made when it is missing
 * @param files paths relative to both
 */
export function copyFiles(from: string, to: string, files: readonly string[]): void {
  for (const file of files) {
    const target = path.join(to, file);
    mkdirSync(path.dirname(target), { recursive: true });
    copyFileSync(path.join(from, file), target);
  }
}
