import { styleText } from 'node:util';
import type { Measured } from './experiment.ts';

/** A figure that is the problem (bad) or its absence (good). */
export interface Cell {
  readonly text: string;
  readonly tone: 'good' | 'bad';
}

/** How wide a card's text is; it stands two columns from the edge. */
export const WIDTH = 76;
const COLOURS = { good: 'green', bad: 'red' } as const;

/**
 * Draws what an experiment found, at most 80 columns wide: coloured on a terminal, plain in a pipe.
 * @param title the heading
 * @param measured the table, what is wrong, what it means, what to try next
 * @returns the lines, without a line break after the last
 */
export function drawCard(title: string, { table, wrong, means, next }: Measured): string {
  const blocks = [
    layOut(table),
    wrong.flatMap((sentence) => hang(sentence, '✗ ').map((line) => paint('red', line))),
    wrap(means, WIDTH),
    hang(next, 'next   '),
  ];
  const shown = blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.map((line) => `  ${line}`).join('\n'));
  return [paint('bold', title), ...shown].join('\n\n');
}

/** A good figure, or a bad one. */
export function tell(figure: number | string, good: boolean): Cell {
  return { text: String(figure), tone: good ? 'good' : 'bad' };
}

/**
 * Breaks a text into lines at its blanks.
 * @param text one paragraph; an empty one has no lines
 * @param width the greatest length of a line; a longer word keeps a line of its own
 */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter((one) => one !== '')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function hang(text: string, head: string): string[] {
  const lines = wrap(text, WIDTH - head.length);
  return lines.map((line, at) => (at === 0 ? head : ' '.repeat(head.length)) + line);
}

// Figures stand to the right, words to the left; the heading follows its column.
function layOut(table: Measured['table']): string[] {
  const cells = table.map((row) => row.map((cell) => (typeof cell === 'string' ? { text: cell } : cell)));
  const columns = Math.max(0, ...cells.map((row) => row.length));
  const column = (at: number) => cells.map((row) => row[at]?.text ?? '');
  const widths = Array.from({ length: columns }, (_, at) =>
    Math.max(...column(at).map((text) => text.length)),
  );
  const figures = widths.map((_, at) =>
    column(at)
      .slice(1)
      .every((text) => /^(\d[\d +.%()]*|never|–)?$/.test(text)),
  );
  return cells.map((row, line) =>
    row
      .map((cell, at) => {
        const width = widths[at] ?? 0;
        const text = figures[at] ? cell.text.padStart(width) : cell.text.padEnd(width);
        if (line === 0) return paint('dim', text);
        return 'tone' in cell ? paint(COLOURS[cell.tone], text) : text;
      })
      .join('   ')
      .trimEnd(),
  );
}

function paint(format: 'bold' | 'dim' | 'red' | 'green', text: string): string {
  return styleText(format, text, { stream: process.stdout });
}
