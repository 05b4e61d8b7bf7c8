import type { Locator } from 'playwright-core';

/** How the text in an item looks: the computed style of what holds it, up to the item itself. */
export function looksOf(item: Locator, text: string): Promise<string> {
  return item.evaluate((node, wanted) => {
    const holds = (one: Element): boolean =>
      [...one.childNodes].some((child) => child instanceof Text && child.data.includes(wanted));
    const holders = [...node.querySelectorAll('*')].filter(
      (one) => one.closest('button, [role="button"]') === null && holds(one),
    );
    const styles: string[] = [];
    for (let one = holders.at(-1) ?? node; ; one = one.parentElement ?? node) {
      const {
        color,
        backgroundColor,
        textDecorationLine,
        opacity,
        fontStyle,
        fontWeight,
        boxShadow,
        borderColor,
      } = getComputedStyle(one);
      const marks = [getComputedStyle(one, '::before').content, getComputedStyle(one, '::after').content];
      styles.push(
        [
          color,
          backgroundColor,
          textDecorationLine,
          opacity,
          fontStyle,
          fontWeight,
          boxShadow,
          borderColor,
          ...marks,
        ].join(),
      );
      if (one === node) return styles.join('\n');
    }
  }, text);
}

/** How an element looks where focus shows: its own style, and that of what is around it. */
export function focusLooks(element: Element): string {
  const styles: string[] = [];
  for (
    let one: Element | null = element, depth = 0;
    one !== null && depth < 3;
    one = one.parentElement, depth += 1
  ) {
    const style = getComputedStyle(one);
    const outline =
      style.outlineStyle === 'none'
        ? 'none'
        : `${style.outlineStyle} ${style.outlineWidth} ${style.outlineColor}`;
    styles.push(
      [outline, style.boxShadow, style.borderColor, style.borderWidth, style.backgroundColor].join(),
    );
    if (one === element) styles.push([style.color, style.textDecorationLine, style.transform].join());
  }
  return styles.join('\n');
}
