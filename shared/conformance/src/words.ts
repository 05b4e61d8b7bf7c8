/**
 * Splits a command as a shell would (blanks, '…', "…" with \" and \\, a backslash before a character), nothing else:
 * no variables, no pipes. Throws a SyntaxError when a quote stays open.
 */
export function splitWords(command: string): string[] {
  const words: string[] = [];
  const token = /\s+|'([^']*)'|"((?:[^"\\]|\\.)*)"|\\(.)|([^\s'"\\]+)/gsy;
  let word: string | undefined;
  while (token.lastIndex < command.length) {
    const at = token.lastIndex;
    const match = token.exec(command);
    if (match === null) throw new SyntaxError(`a quote or a backslash is left open: ${command.slice(at)}`);
    const [, single, double, escaped, plain] = match;
    const part = single ?? double?.replace(/\\(["\\$`])/g, '$1') ?? escaped ?? plain;
    if (part !== undefined) word = (word ?? '') + part;
    else if (word !== undefined) {
      words.push(word);
      word = undefined;
    }
  }
  return word === undefined ? words : [...words, word];
}

// Control characters that a terminal does not show; tabs and line breaks are fine between quotes.
const UNSEEN = /[^\P{Cc}\t\n]/u;

function escapeControl(character: string): string {
  return `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`;
}

/** A text on a terminal: control characters but tabs and line breaks become `\\u0007`. */
export function visible(text: string): string {
  return text.replace(/[^\P{Cc}\t\n]/gu, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Quotes one word for a POSIX shell, only where it needs it; control characters as bash, zsh and ksh read them. */
export function quoteWord(word: string): string {
  if (UNSEEN.test(word)) return `$'${word.replace(/[\\']/g, '\\$&').replace(/\p{Cc}/gu, escapeControl)}'`;
  if (word.includes("'") && !/["$`\\!]/.test(word)) return `"${word}"`;
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

/** A command line that a POSIX shell splits into exactly these words. */
export function joinWords(words: readonly string[]): string {
  return words.map(quoteWord).join(' ');
}
