import { randomUUID } from 'node:crypto';
import { mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { codeOf } from './errors.ts';

/**
 * Replaces a file as a whole: it is written aside in the same folder, then renamed. The mode of a former file is kept.
 * @param file the path; missing folders are made
 * @param content what it shall hold
 */
export function writeAtomically(file: string, content: string | Uint8Array): void {
  mkdirSync(path.dirname(file), { recursive: true });
  const aside = path.join(path.dirname(file), `.${path.basename(file)}.${randomUUID()}`);
  try {
    writeFileSync(aside, content, { mode: modeOf(file) });
    renameSync(aside, file);
  } catch (error) {
    rmSync(aside, { force: true });
    throw error;
  }
}

function modeOf(file: string): number {
  try {
    return statSync(file).mode & 0o777;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return 0o666;
    throw error;
  }
}
