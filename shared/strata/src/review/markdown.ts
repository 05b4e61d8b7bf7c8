// What a stranger wrote is only ever shown as code, where Markdown means nothing; that holds as long as it cannot end
// the code. So control characters go, and so do those that turn the direction of a text or cannot be seen.
const INVISIBLE = /(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/**
 * A stranger's text in a line of Markdown; not for a table, where a | would end the cell.
 * @param text anything
 * @param most how many characters are shown at most
 * @returns a code span
 */
export function code(text: string, most = 100): string {
  const line = clean(text).replaceAll(/\s+/g, ' ').trim();
  const cut = line.length > most ? `${trimHalf(line.slice(0, most - 1))}…` : line;
  if (cut === '') return '*(empty)*';
  const ticks = '`'.repeat(longestRun(cut) + 1);
  const space = cut.startsWith('`') || cut.endsWith('`') ? ' ' : '';
  return `${ticks}${space}${cut}${space}${ticks}`;
}

/**
 * A stranger's lines as a block of code.
 * @param text anything
 * @param most how many lines are shown at most
 * @returns the block, from fence to fence
 */
export function block(text: string, most = 20): string {
  const lines = clean(text)
    .split('\n')
    .map((line) => (line.length > 160 ? `${trimHalf(line.slice(0, 159))}…` : line.trimEnd()));
  while (lines.at(-1) === '') lines.pop();
  const left = lines.length - most;
  const shown = left > 0 ? [...lines.slice(0, most), `… ${left} lines more`] : lines;
  const fence = '`'.repeat(Math.max(3, longestRun(shown.join('\n')) + 1));
  return [`${fence}text`, ...shown, fence].join('\n');
}

/**
 * A number and its noun.
 * @param count how many
 * @param noun for one; several get an s, or are named by `several`
 * @returns such as `3 files`
 */
export function counted(count: number, noun: string, several = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : several}`;
}

function clean(text: string): string {
  return text.replaceAll('\r\n', '\n').replaceAll('\t', '  ').replaceAll(INVISIBLE, '�').toWellFormed();
}

function longestRun(text: string): number {
  return Math.max(0, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length));
}

function trimHalf(text: string): string {
  return text.replace(/[\uD800-\uDBFF]$/, '');
}
