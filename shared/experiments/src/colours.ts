import { type CssNode, generate, walk } from 'css-tree';
import type { Declared } from './stylesheet.ts';

const FUNCTIONS = /^(rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)$/i;
// What a colour may stand in; elsewhere a word such as "tan" is no colour.
const PROPERTIES = /color|background|border|outline|shadow|fill|stroke|decoration|caret/;
const WORDS =
  /^(black|white|silver|gray|grey|red|maroon|yellow|olive|lime|green|aqua|cyan|teal|blue|navy|fuchsia|magenta|purple|orange|pink|brown|gold|tomato|crimson|coral|salmon|khaki|indigo|violet|beige|ivory|tan|(light|dark|medium|pale|deep|hot|dim|slate|royal|steel|sky|forest|sea|midnight|ghost|white|navajo|antique)\w+)$/i;

/** The colours that are written out in rules rather than named by a token, one entry for each time. */
export function literalColours(declarations: readonly Declared[]): string[] {
  return declarations.flatMap(({ property, value }) => {
    const found: string[] = [];
    walk(value, (node: CssNode) => {
      if (node.type === 'Hash') found.push(`#${node.value.toLowerCase()}`);
      else if (node.type === 'Function' && FUNCTIONS.test(node.name) && !usesToken(node))
        found.push(generate(node));
      else if (node.type === 'Identifier' && PROPERTIES.test(property) && WORDS.test(node.name))
        found.push(node.name.toLowerCase());
    });
    return found;
  });
}

function usesToken(node: CssNode): boolean {
  return /var\(|\bfrom\b/.test(generate(node));
}
