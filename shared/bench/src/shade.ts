/** A colour by day and the one that stands for it by night. */
export interface Shades {
  readonly light: string;
  readonly dark: string;
}

/**
 * Lets an SVG follow the colour scheme of whoever looks at it, and says what it shows.
 * @param svg as Vega writes it, in the colours of the day
 * @param colours every colour in it
 * @param title what it shows, in words
 */
export function shade(svg: string, colours: readonly Shades[], title: string): string {
  const rules = colours.flatMap(({ light, dark }) => [
    `[fill="${light}"]{fill:${dark}}`,
    `[stroke="${light}"]{stroke:${dark}}`,
  ]);
  const head = `<title>${escapeText(title)}</title><style>@media (prefers-color-scheme:dark){${rules.join('')}}</style>`;
  return `${svg.replace(/<svg [^>]*>/, (tag) => `${tag.replace('>', ' role="img">')}${head}`)}\n`;
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
