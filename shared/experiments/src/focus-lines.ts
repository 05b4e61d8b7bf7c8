import { readFileSync } from 'node:fs';
import path from 'node:path';
import { countLines } from './lines.ts';
import { Unmeasured } from './unmeasured.ts';

/** A stretch of code, from the first line that holds one text to the next that holds another. */
interface Stretch {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

const END = 'the end of the file';

/** The code that is there only for the focus in a list that changes. */
export const FOCUS: Readonly<Record<'05-typescript' | '06-react', readonly Stretch[]>> = {
  '05-typescript': [
    { file: 'web/view.ts', from: 'const rows = ', to: 'const index = ' },
    { file: 'web/view.ts', from: 'if (!focused) return;', to: '.focus();' },
    { file: 'web/view.ts', from: 'button.dataset.key = ', to: 'button.dataset.key = ' },
  ],
  '06-react': [{ file: 'web/ui/use-kept-focus.ts', from: 'export function useKeptFocus', to: END }],
};

/**
 * Counts the lines of code in stretches of a stage.
 * @throws Unmeasured when one of them is not there any more
 */
export function countStretches(folder: string, stretches: readonly Stretch[]): number {
  return stretches.reduce((sum, { file, from, to }) => {
    const lines = readFileSync(path.join(folder, file), 'utf8').split('\n');
    const first = lines.findIndex((line) => line.includes(from));
    const last =
      to === END ? lines.length - 1 : lines.findIndex((line, at) => at >= first && line.includes(to));
    if (first < 0 || last < 0)
      throw new Unmeasured(
        `${path.basename(folder)}: ${file} has no "${from}".`,
        'Correct src/focus-lines.ts.',
      );
    return sum + countLines(lines.slice(first, last + 1).join('\n'));
  }, 0);
}
