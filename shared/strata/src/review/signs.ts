import type { Sign } from './document.ts';
import { readSources } from './layer.ts';

// What a tracker has no reason to know. Each is a sign, not a proof: a person looks at the line.
const SIGNS: readonly (readonly [string, RegExp])[] = [
  ['asks whether it is being checked', /\bSTRATA_\w+|\bNODE_TEST_CONTEXT\b|\bppid\b|\/proc\//],
  ['knows where the suite is', /shared\/(?:conformance|strata)|@strata\//],
  ['asks which tool is asking', /headers?\W{1,4}user-agent\W|['"`]user-agent['"`]\]?\s*(?:===?|!==?|\.|\?)/i],
  [
    'holds the words of a check',
    /(?<![\w.])(?:seed|checkId|expectedAnswers?|cannedAnswers?|fixtures?ByTitle)\s*[:=]\s*[[{]/i,
  ],
];
// So many texts in one place are a table, and a table of answers is what a rule should be.
const TABLE = 12;
const MOST = 8;

/**
 * Looks for code that answers the checks rather than the contract.
 * @param tracker the tracker's folder, absolute
 * @returns the lines that a person should look at, at most a handful
 */
export function findSigns(tracker: string): Sign[] {
  const found: Sign[] = [];
  for (const { file, text } of readSources(tracker)) {
    if (/(^|\/)tests?\/|\.(test|spec)\./.test(file)) continue;
    for (const [index, line] of text.split('\n').entries()) {
      const [what] = SIGNS.find(([, pattern]) => pattern.test(line)) ?? [];
      if (what !== undefined) found.push({ what, file, line: index + 1, text: line.trim() });
    }
    const table = firstTable(text);
    if (table !== undefined) found.push({ what: 'is a table of texts', file, ...table });
  }
  return found.slice(0, MOST);
}

/**
 * Counts the assertions in a tracker's tests that can fail.
 * @param tracker the tracker's folder, absolute
 * @returns how many; `assert.ok(true)` and `expect(1).toBe(1)` are none
 */
export function countAssertions(tracker: string): number {
  const vacuous = /(?:assert(?:\.\w+)?|expect)\(\s*(?:true|1|'[^']*'|"[^"]*")\s*[),]/;
  return readSources(tracker)
    .filter(({ file }) => /(^|\/)tests?\/|\.(test|spec)\.|(^|\/)test_\w+\.py$/.test(file))
    .flatMap(({ text }) => text.split('\n'))
    .filter((line) => /\bassert\w*(?:\.\w+)*\(|\bexpect\(|^\s*assert /.test(line) && !vacuous.test(line))
    .length;
}

// Lines one below the other that each map a quoted text to something: 'Buy milk': {…}, or ['Buy milk', …].
function firstTable(text: string): { line: number; text: string } | undefined {
  const lines = text.split('\n');
  let run = 0;
  for (const [index, line] of lines.entries()) {
    run = /^\s*(?:\[\s*)?(['"`])[^'"`]{4,}\1\s*[:,]\s*\S/.test(line) && /\s/.test(line.trim()) ? run + 1 : 0;
    if (run === TABLE) return { line: index + 2 - TABLE, text: (lines[index + 1 - TABLE] ?? '').trim() };
  }
  return undefined;
}
