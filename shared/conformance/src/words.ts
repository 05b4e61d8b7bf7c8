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

// What a terminal does not show, or shows like something else: control characters but tabs and line breaks, blanks of
// other widths, characters without one, accents that stand apart from their letter.
const UNSEEN =
  /[^\P{Cc}\t\n]|[^\P{Z} ]|[\u00AD\u115F\u1160\u200B\u2060\u2800\u3164\uFEFF\uFFA0]|[\u0300-\u036F]/u;
const ALL_UNSEEN = new RegExp(UNSEEN, 'gu');

function escapeForShell(character: string): string {
  const code = character.charCodeAt(0);
  return code < 0x80 ? `\\x${code.toString(16).padStart(2, '0')}` : escapeUnit(character);
}

function escapeUnit(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** A text in which nothing hides: what a terminal does not show becomes `\\u0007`. That is JSON still, where it was. */
export function visible(text: string): string {
  return text.replace(ALL_UNSEEN, escapeUnit);
}

/** Quotes one word for a POSIX shell, only where it needs it; what cannot be seen as bash, zsh and ksh read it. */
export function quoteWord(word: string): string {
  if (UNSEEN.test(word))
    return `$'${word
      .replace(/[\\']/g, '\\$&')
      .replace(/[\t\n]/g, escapeForShell)
      .replace(ALL_UNSEEN, escapeForShell)}'`;
  if (word.includes("'") && !/["$`\\!]/.test(word)) return `"${word}"`;
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

/** A command line that a POSIX shell splits into exactly these words. */
export function joinWords(words: readonly string[]): string {
  return words.map(quoteWord).join(' ');
}
