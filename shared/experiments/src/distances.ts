import { type CssNode, walk } from 'css-tree';
import type { Declared } from './stylesheet.ts';

const PROPERTIES =
  /^(margin|padding|gap|row-gap|column-gap|inset|top|right|bottom|left|flex|flex-basis|(min-|max-)?(width|height|inline-size|block-size))(-|$)/;

/** The distances that are written out in rules instead of taken from the scale, one entry for each time. */
export function literalDistances(declarations: readonly Declared[]): string[] {
  return declarations
    .filter(({ property }) => PROPERTIES.test(property))
    .flatMap(({ value }) => {
      const found: string[] = [];
      walk(value, (node: CssNode) => {
        if (node.type === 'Dimension' && Number(node.value) !== 0 && /^(px|r?em|ch|pt)$/i.test(node.unit))
          found.push(node.value + node.unit);
      });
      return found;
    });
}
