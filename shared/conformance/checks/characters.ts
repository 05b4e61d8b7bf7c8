/** Control characters that no text may hold but notes, and these only the tab and the line breaks. */
export const CONTROLS = ['\0', '\u0007', '\b', '\t', '\n', '\v', '\f', '\r', '\u001b', '\u001f', '\u007f'];

/** `U+001B`, for every code unit of a text. */
export function named(text: string): string {
  return Array.from(text, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  }).join(' ');
}
