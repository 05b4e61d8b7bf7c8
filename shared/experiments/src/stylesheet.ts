/// <reference lib="dom" />
import { type CssNode, generate, parse, walk } from 'css-tree';
import { Failure } from '../../conformance/src/failure.ts';
import type { Visit } from '../../conformance/src/visit.ts';

/** The layers that come with Tailwind: nobody in a stage wrote them. */
export const BROUGHT: readonly string[] = ['theme', 'base', 'properties'];

/** A declaration in the rule that holds it. */
export interface Declared {
  readonly property: string;
  readonly value: CssNode;
  /** `property: value`, as written but for blanks. */
  readonly text: string;
}

/** The text of every stylesheet that a page has, in a file or in the page. Throws a Failure when one does not come. */
export async function readStylesheets({ page }: Visit): Promise<string> {
  const sheets = await page.evaluate(() =>
    [...document.styleSheets].map(({ href, ownerNode }) => ({ href, text: ownerNode?.textContent ?? '' })),
  );
  const texts = sheets.map(async ({ href, text }) => {
    if (href === null) return text;
    const answer = await page.request.get(href);
    if (!answer.ok()) throw new Failure({ sent: href, expected: 'a stylesheet', came: `${answer.status()}` });
    return answer.text();
  });
  return (await Promise.all(texts)).join('\n');
}

/**
 * What a stylesheet declares in its rules: without its tokens (custom properties), without keyframes, and without the
 * layers that Tailwind brings along.
 */
export function readDeclarations(css: string): Declared[] {
  const found: Declared[] = [];
  const around: CssNode[] = [];
  walk(parse(css), {
    enter(node: CssNode) {
      around.push(node);
      if (node.type !== 'Declaration' || node.property.startsWith('--') || around.some(isForeign)) return;
      if (!around.some(({ type }) => type === 'Rule')) return;
      const { property, value } = node;
      found.push({ property, value, text: `${property}: ${generate(value)}` });
    },
    leave() {
      around.pop();
    },
  });
  return found;
}

function isForeign(node: CssNode): boolean {
  if (node.type !== 'Atrule') return false;
  if (/keyframes$|^property$/.test(node.name)) return true;
  const name = node.prelude === null ? '' : generate(node.prelude).trim();
  return node.name === 'layer' && BROUGHT.includes(name);
}

/** How often each text occurs, the most frequent first. */
export function tally(texts: readonly string[]): [text: string, count: number][] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a);
}
