import path from 'node:path';
import { Refusal } from './errors.ts';
import { git } from './git.ts';
import type { Place } from './place.ts';

const PAPER = /^\d+ blob (\w+)\t(.+\.md)$/;
const PICTURE = /\]\(\.\.\/\.\.\/docs\/pictures\/([\w.-]+)\)/g;
// The text of a link may be broken over two lines.
const OUTSIDE = /(?<!!)\[([^\]]+)\]\(\.\.\/[^)]*\)/g;

/**
 * The root of a stage's tree as it is on a branch of its own, where nothing lies beside it: the pictures that its papers
 * show come along, and a link that leads out of it becomes its text.
 * @param place where the companion works
 * @param entries the stage's folder as `git ls-tree` lists it
 * @returns the entries of the root, in git's own form; new objects have been written
 * @throws Refusal when a paper shows a picture that is not committed
 */
export function rootPapers(place: Place, entries: readonly string[]): string[] {
  const pictures = new Set<string>();
  const papers = entries.map((entry) => {
    const [, blob, name] = PAPER.exec(entry) ?? [];
    if (blob === undefined) return entry;
    const text = `${git(place.root, ['cat-file', 'blob', blob])}\n`;
    for (const [, picture = ''] of text.matchAll(PICTURE)) pictures.add(picture);
    const inside = text.replaceAll(PICTURE, '](docs/pictures/$1)').replaceAll(OUTSIDE, '$1');
    if (inside === text) return entry;
    return `100644 blob ${git(place.root, ['hash-object', '-w', '--stdin'], {}, inside).trim()}\t${name}`;
  });
  if (pictures.size === 0) return papers;
  const files = [...pictures].map((name) => `docs/pictures/${name}`);
  const listed = git(place.root, ['ls-tree', 'HEAD', '--', ...files]).replaceAll('\tdocs/pictures/', '\t');
  const missing = files.find(
    (file) => !listed.split('\n').some((line) => line.endsWith(`\t${path.basename(file)}`)),
  );
  if (missing !== undefined)
    throw new Refusal(`A paper of a stage shows ${missing}, which is not committed.`);
  const folder = makeTree(place, [`040000 tree ${makeTree(place, lines(listed))}\tpictures`]);
  return [...papers, `040000 tree ${folder}\tdocs`];
}

/** Writes a tree of entries in git's own form; gives its id. */
export function makeTree(place: Place, entries: readonly string[]): string {
  return git(place.root, ['mktree'], {}, `${entries.join('\n')}\n`).trim();
}

function lines(text: string): string[] {
  return text.split('\n').filter((line) => line !== '');
}
