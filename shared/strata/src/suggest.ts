/**
 * The nearest of some words, for "did you mean".
 * @param word what was typed
 * @param choices the words that would have been right
 * @returns the nearest one, or undefined when none is near
 */
export function nearest(word: string, choices: readonly string[]): string | undefined {
  const typed = word.toLowerCase();
  const containing = choices.find((choice) => typed.length > 2 && choice.toLowerCase().includes(typed));
  if (containing !== undefined) return containing;
  let best: string | undefined;
  let least = Math.max(2, Math.floor(word.length * 0.4)) + 1;
  for (const choice of choices) {
    const steps = distance(typed, choice.toLowerCase());
    if (steps < least) [best, least] = [choice, steps];
  }
  return best;
}

/**
 * A sentence that names the nearest of some words.
 * @param word what was typed
 * @param choices the words that would have been right
 * @returns ' Did you mean …?' with a blank before it, or an empty string
 */
export function didYouMean(word: string, choices: readonly string[]): string {
  const choice = nearest(word, choices);
  return choice === undefined ? '' : ` Did you mean ${choice}?`;
}

// Optimal string alignment: insert, delete, replace and swap of neighbours each count one.
function distance(a: string, b: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      }
      row.push(least);
    }
    [before, previous] = [previous, row];
  }
  return previous[b.length] ?? 0;
}
