import path from 'node:path';
import { styleText } from 'node:util';
import { currentPlace } from './place.ts';

/** Colours a piece of text, or leaves it as it is. */
export type Paint = (format: Format, text: string) => string;
export type Format = 'green' | 'red' | 'yellow' | 'cyan' | 'dim' | 'bold';

/** Colours for standard output: only for a terminal, or when FORCE_COLOR asks for it; never under NO_COLOR. */
export const paint: Paint = (format, text) => styleText(format, text, { stream: process.stdout });

/** No colours at all: for files and comparisons. */
export const plain: Paint = (_format, text) => text;

/** Whether a person sits at both ends, so that a question can be asked. */
export const interactive = Boolean(process.stdin.isTTY && process.stdout.isTTY);

const launcher = launcherFrom(currentPlace().root, process.cwd());

function launcherFrom(root: string, cwd: string): string {
  const name = process.platform === 'win32' ? 'strata.cmd' : 'strata';
  const relative = path.join(path.relative(cwd, root), name);
  return path.isAbsolute(relative) || relative.startsWith('..') ? relative : `.${path.sep}${relative}`;
}

/**
 * Writes every ./strata in a text as it has to be typed in the current folder.
 * @param text any text that names commands as ./strata …
 * @returns the text for this folder, for example with ../../strata
 */
export function typed(text: string): string {
  return text.replaceAll(/(?<![\w./])\.\/strata(?![\w./-])/g, launcher);
}

/**
 * Prints a line to standard output, its commands as they have to be typed here.
 * @param line the text, without a line break at its end
 */
export function say(line = ''): void {
  process.stdout.write(`${typed(line)}\n`);
}

/**
 * Prints a line to standard error, its commands as they have to be typed here.
 * @param line the text, without a line break at its end
 */
export function complain(line: string): void {
  process.stderr.write(`${typed(line)}\n`);
}

/**
 * Breaks a text into lines at its blanks.
 * @param text one paragraph
 * @param width the greatest length of a line; a longer word keeps a line of its own
 * @returns the lines, at least one
 */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}

/**
 * Asks a person a question that is answered by yes or no.
 * @param question the question
 * @returns true for yes; false for no, for Ctrl-C and where no person can answer
 */
export async function confirm(question: string): Promise<boolean> {
  if (!interactive) return false;
  const clack = await import('@clack/prompts');
  return (await clack.confirm({ message: question, initialValue: false })) === true;
}
