/// <reference lib="dom" />
import type { Visit } from '../../conformance/src/visit.ts';
import { BROUGHT } from './stylesheet.ts';

/**
 * The selectors of a page's rules, those of rules in rules resolved. What cannot be looked for, a state such as :hover
 * and a part such as ::before, counts as met. The layers that Tailwind brings along are left out.
 */
export function readSelectors({ page }: Visit): Promise<string[]> {
  return page.evaluate(
    (brought) => {
      const met = ':not(#_)';
      const searchable = (selector: string): string =>
        selector
          .replace(/::?(before|after|first-letter|first-line)\b/g, met)
          .replace(/::[\w-]+(\([^)]*\))?/g, met)
          .replace(/(?<!\\):(hover|focus|focus-visible|focus-within|active|visited|target)(?![\w-])/g, met);
      const selectorsOf = (rule: CSSRule, outer?: string): string[] => {
        if (rule instanceof CSSLayerBlockRule && brought.includes(rule.name)) return [];
        if (rule instanceof CSSKeyframesRule) return [];
        if (!(rule instanceof CSSStyleRule))
          return 'cssRules' in rule && rule.cssRules instanceof CSSRuleList
            ? [...rule.cssRules].flatMap((one) => selectorsOf(one, outer))
            : [];
        const nested = rule.selectorText.replaceAll('&', `:is(${outer})`);
        const selector = outer === undefined || nested.includes(outer) ? nested : `:is(${outer}) ${nested}`;
        const inner = [...rule.cssRules].flatMap((one) => selectorsOf(one, selector));
        return rule.style.length === 0 && inner.length > 0 ? inner : [searchable(selector), ...inner];
      };
      return [...document.styleSheets].flatMap(({ cssRules }) =>
        [...cssRules].flatMap((one) => selectorsOf(one)),
      );
    },
    [...BROUGHT],
  );
}

/** Those of the selectors that nothing on the page meets now. */
export function findUnmet({ page }: Visit, selectors: readonly string[]): Promise<string[]> {
  return page.evaluate((all) => all.filter((one) => document.querySelector(one) === null), [...selectors]);
}
