import path from 'node:path';
import { askGit, git, gitFolder } from '../git.ts';
import type { Place } from '../place.ts';
import type { Size } from './document.ts';

/** What a line of a log begins with that tells of a commit. */
export const MARK = '\u0001';
/** Options of git: no settings of this machine in what it prints. */
const QUIET = ['-c', 'core.quotePath=false', '-c', 'log.showSignature=false'];
/** Options of a difference or a log: no programs of others, no guesses. */
export const PLAIN = ['--no-color', '--no-ext-diff', '--no-textconv', '--no-renames'];

/** The tree without a file, the same in every repository. */
export const EMPTY_TREE = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';
// What tools write, and what says nothing about the size of a change.
const UNCOUNTED = /(^|\/)(package-lock\.json|progress\.json|node_modules|dist|\.next|coverage|saved)(\/|$)/;

/**
 * Asks git for a difference or a log as if nothing were checked out: what a .gitattributes says of a file, in the
 * working tree or in the index, hides no line of it.
 * @param place where the companion works
 * @param args the command; its paths are those of the repository
 * @returns what git printed
 */
export function readHistory(place: Place, args: readonly string[]): string {
  const folder = gitFolder(place);
  const bare = { GIT_DIR: folder, GIT_WORK_TREE: folder, GIT_INDEX_FILE: path.join(folder, 'no-index') };
  return git(folder, [...QUIET, ...args], bare);
}

/**
 * The path that git means: one with quotes, a backslash or a control character is printed as a string of C.
 * @param printed as git prints it
 * @returns the path itself
 */
export function unquotePath(printed: string): string {
  const [, inner] = /^"(.*)"$/s.exec(printed) ?? [];
  if (inner === undefined) return printed;
  const named: Record<string, string> = { a: '\x07', b: '\b', t: '\t', n: '\n', v: '\v', f: '\f', r: '\r' };
  return inner.replaceAll(/\\(?:([0-7]{3})|(.))/g, (_, code: string | undefined, letter: string) =>
    code === undefined ? (named[letter] ?? letter) : String.fromCharCode(Number.parseInt(code, 8)),
  );
}

/**
 * The difference between two folders in git.
 * @param place where the companion works
 * @param before a tree, such as `<commit>:my/tracker`; one that is not there counts as empty
 * @param after the same
 * @returns per file, the lines added and removed; what tools write is left out
 */
export function diffTrees(
  place: Place,
  before: string,
  after: string,
): { file: string; added: number; removed: number }[] {
  const [a, b] = [treeOf(place, before), treeOf(place, after)];
  const text = readHistory(place, ['diff', '--numstat', ...PLAIN, a, b]);
  return text.split('\n').flatMap(readNumbers);
}

/**
 * The lines that a change adds, with the file of each.
 * @param place where the companion works
 * @param args what to show: `diff a b`, or `log …` with a format that begins with MARK
 * @param onLine is told every added line; `head` is the last line that began with MARK
 */
export function readAdded(
  place: Place,
  args: readonly string[],
  onLine: (line: { readonly head: string; readonly file: string; readonly text: string }) => void,
): void {
  const [command = '', ...rest] = args;
  const answer = readHistory(place, [command, '-p', '-U0', ...PLAIN, ...rest]);
  let [head, file, left] = ['', '', 0];
  for (const line of answer.split('\n')) {
    // A line that was added may look like a heading: how many there are is said before.
    if (left > 0) {
      if (line.startsWith('\\')) continue;
      left -= 1;
      if (line.startsWith('+')) onLine({ head, file, text: line.slice(1) });
    } else if (line.startsWith(MARK)) head = line.slice(1);
    else if (line.startsWith('+++ '))
      file = unquotePath(line.slice(4).replace(/\t$/, '')).replace(/^b\//, '');
    else left = linesIn(line);
  }
}

/**
 * The tree that a name means.
 * @param place where the companion works
 * @param name such as `<commit>:my/tracker`
 * @returns its id, that of the empty tree when there is none
 */
export function treeOf(place: Place, name: string): string {
  const answer = askGit(place.root, ['rev-parse', '--verify', '--quiet', '--end-of-options', name]);
  return answer.status === 0 ? answer.stdout.trim() : EMPTY_TREE;
}

/**
 * Adds up.
 * @param changes per file, the lines added and removed
 * @returns the sums
 */
export function sum(changes: readonly { added: number; removed: number }[]): Size {
  const of = (key: 'added' | 'removed'): number => changes.reduce((all, one) => all + one[key], 0);
  return { files: changes.length, added: of('added'), removed: of('removed') };
}

/**
 * Reads a line of `--numstat`.
 * @param line what git printed
 * @returns the file and its lines; nothing for what tools write
 */
export function readNumbers(line: string): { file: string; added: number; removed: number }[] {
  const [added = '', removed = '', printed = ''] = line.split('\t');
  const file = unquotePath(printed);
  if (file === '' || UNCOUNTED.test(file)) return [];
  return [{ file, added: Number(added) || 0, removed: Number(removed) || 0 }];
}

// @@ -12,3 +12,5 @@: three lines went, five came.
function linesIn(line: string): number {
  const [, removed, added] = /^@@ -\d+(?:,(\d+))? \+\d+(?:,(\d+))? @@/.exec(line) ?? [];
  return line.startsWith('@@ ') ? Number(removed ?? 1) + Number(added ?? 1) : 0;
}
