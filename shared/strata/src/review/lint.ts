import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { copyFiles, listFiles } from '../files.ts';
import { isObject } from '../manifest.ts';
import type { Place } from '../place.ts';
import type { Lint } from './document.ts';
import { runLimited } from './limits.ts';

const SECONDS = 20;
const CONFIGURATION = {
  root: true,
  linter: { enabled: true, rules: { preset: 'recommended' } },
  formatter: { enabled: false },
  assist: { enabled: false },
  css: { parser: { tailwindDirectives: true } },
};

/**
 * Runs the repository's linter over the learner's code, with its recommended rules; the learner's own settings, and how
 * the code is laid out, do not matter.
 * @param place where the companion works
 * @param tracker the tracker's folder, absolute
 * @param scratch the review's own folder, absolute
 * @returns the problems
 */
export async function lintTracker(place: Place, tracker: string, scratch: string): Promise<Lint> {
  const folder = path.join(scratch, 'lint');
  mkdirSync(folder, { recursive: true });
  const files = listFiles(tracker).filter((file) => /\.([mc]?[jt]sx?|css|html)$/.test(file));
  if (files.length === 0) return { state: 'unknown', problems: [] };
  copyFiles(tracker, folder, files);
  writeFileSync(path.join(folder, 'biome.json'), JSON.stringify(CONFIGURATION));
  const words = ['biome', 'lint', '--reporter=json', '--max-diagnostics=200', '--diagnostic-level=warn', '.'];
  const run = await runLimited(place, words, { cwd: folder, seconds: SECONDS });
  const diagnostics = readDiagnostics(run.stdout);
  if (diagnostics === undefined) return { state: 'unknown', problems: [] };
  const problems = diagnostics.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line));
  return { state: problems.length === 0 ? 'clean' : 'problems', problems };
}

function readDiagnostics(text: string): { file: string; line: number; rule: string }[] | undefined {
  const json = text.split('\n').find((line) => line.startsWith('{'));
  if (json === undefined) return undefined;
  const report: unknown = JSON.parse(json);
  if (!isObject(report) || !Array.isArray(report.diagnostics)) return undefined;
  return report.diagnostics.flatMap((one: unknown) => {
    if (!isObject(one) || !isObject(one.location)) return [];
    const { path: file, start } = one.location;
    const line = isObject(start) && typeof start.line === 'number' ? start.line : 0;
    return [{ file: String(file), line, rule: String(one.category).replace(/^lint\//, '') }];
  });
}
