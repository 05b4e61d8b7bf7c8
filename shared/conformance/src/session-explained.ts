import type { Ended } from './child.ts';
import { shorten } from './output.ts';
import { describeEnd, lastWords } from './start-problem.ts';

const FLUSH = `Each answer has to leave the program at once: a JSON document on standard output, or a line "error: …"
on standard error. When standard output is no terminal, many languages hold text back until there is a lot of it:
flush after every answer (in Python: print(…, flush=True)).`;

/** What came when a session that runs on did not answer in time; `lines` is what it printed instead. */
export function explainSilence(lines: readonly string[], limit: number): string {
  const heard =
    lines.length > 0 ? `no answer within ${limit / 1000} s, only:` : `nothing within ${limit / 1000} s`;
  return [heard, ...lines.map((line) => `  ${line}`), FLUSH].join('\n');
}

/** What came when a session ended instead of answering. */
export function explainEnd(ended: Ended, printed: { stdout: string; stderr: string }): string {
  return `the session ended (${describeEnd(ended)}).\n${lastWords(printed)}`;
}

/** What came when a session with --json printed something else than JSON. */
export function explainNoise(noise: string): string {
  const prompt = /^[^\n]{0,30}[>$:#?] ?(?=[{[]|$)/.test(noise);
  const advice = prompt ? '\nIs that a prompt? Print one only when standard input is a terminal.' : '';
  return `${shorten(noise.trim(), 200)}${advice}`;
}
