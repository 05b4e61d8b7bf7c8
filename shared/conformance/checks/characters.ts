/** Control characters that no text may hold but notes, and these only the tab and the line breaks. */
export const CONTROLS = ['\0', '\u0007', '\b', '\t', '\n', '\v', '\f', '\r', '\u001b', '\u001f', '\u007f'];

/** `U+001B`, for every code unit of a text. */
export function named(text: string): string {
  return Array.from(text, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  }).join(' ');
}

/** What cannot be seen at the end of a line, and goes from there: white space of all kinds, and what has no width or ink. */
export const ENDS = [
  ...[' ', '\t', '\u00A0', '\u2003', '\u3000', '\uFEFF'],
  ...['\u00AD', '\u115F', '\u1160', '\u200B', '\u2060', '\u2800', '\u3164', '\uFFA0'],
];

/** Texts in which there is nothing to be seen. */
export const BLANKS = ['\u200B', ' \u3164 ', '\u2800', '\u200D', '\uFE0F', '\u2066\u2069', '\u{E0001}'];

/** What JavaScript's Number() takes for this id too, as an address carries it; ids are digits without a leading zero. */
export function otherSpellings(id: number): string[] {
  return [`0x${id.toString(16)}`, `${id}e0`, `0${id}`, `%2B${id}`, `%20${id}`, `${id}%20`, `${id}.0`];
}
