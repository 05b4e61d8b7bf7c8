import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/**
 * Finds the links of a document that lead nowhere: files that are not there, and headings that their file does not have.
 * Addresses on the web are not asked.
 * @param root the repository's root, absolute: nothing may lead out of it
 * @param file the document, relative to the root
 * @returns each dead link, with what is wrong
 */
export function deadLinks(root: string, file: string): string[] {
  const text = withoutCode(readFileSync(path.join(root, file), 'utf8'));
  const links = Array.from(text.matchAll(/\]\(<?([^)\s>]+)>?[^)]*\)/g), ([, link = '']) => link);
  const defined = Array.from(text.matchAll(/^\[[^\]]+\]: *(\S+)/gm), ([, link = '']) => link);
  return [...links, ...defined]
    .filter((link) => !/^(https?|mailto):/.test(link))
    .flatMap((link) => {
      const problem = whyDead(root, file, link);
      return problem === undefined ? [] : [`${file} links to ${link}: ${problem}`];
    });
}

/**
 * The anchors that GitHub gives to the headings of a document.
 * @param markdown the document
 * @returns them, without the sign #
 */
export function anchorsOf(markdown: string): Set<string> {
  const anchors = new Set<string>();
  const titles = Array.from(
    withoutBlocks(markdown).matchAll(/^#{1,6} +(.+?) *$/gm),
    ([, title = '']) => title,
  );
  for (const title of titles) {
    const plain = title.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1').replaceAll(/[`*_]/g, '');
    const anchor = plain
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-');
    let name = anchor;
    for (let count = 1; anchors.has(name); count++) name = `${anchor}-${count}`;
    anchors.add(name);
  }
  return anchors;
}

function whyDead(root: string, file: string, link: string): string | undefined {
  const [target = '', anchor] = link.split('#', 2);
  const full =
    target === '' ? path.join(root, file) : path.resolve(root, path.dirname(file), decodeURI(target));
  if (path.relative(root, full).startsWith('..')) return 'that is outside of the repository';
  if (!existsSync(full)) return 'that is not there';
  if (anchor === undefined) return undefined;
  if (statSync(full).isDirectory() || !full.endsWith('.md')) return 'only a document has headings';
  return anchorsOf(readFileSync(full, 'utf8')).has(anchor) ? undefined : 'that document has no such heading';
}

function withoutCode(markdown: string): string {
  return withoutBlocks(markdown).replaceAll(/`[^`\n]*`/g, '``');
}

function withoutBlocks(markdown: string): string {
  return markdown.replaceAll(/^ *(```+|~~~+)[\s\S]*?^ *\1 *$/gm, '');
}
