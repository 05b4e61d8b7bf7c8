import type { RunReport } from '@strata/conformance/run';
import { resultLines, startProblemLines } from '../explanation.ts';
import type { Place } from '../place.ts';
import type { Stage } from '../stages.ts';
import { plain } from '../terminal.ts';

/**
 * What a learner reads about the check that failed, with everything masked that differs from run to run or from
 * machine to machine: times, ports, process ids, folders.
 * @param place where the companion works
 * @param stage the stage
 * @param folder the tracker's folder, absolute
 * @param report the run
 * @returns the text, with a line break at its end
 */
export function transcribe(place: Place, stage: Stage, folder: string, report: RunReport): string {
  const reading = {
    stage: { number: stage.number, title: stage.title, capabilities: stage.manifest.capabilities },
    target: 'my',
    seed: report.seed,
    current: true,
    verbose: false,
    folder: 'my/tracker',
    opened: 0,
    paint: plain,
  };
  const failed = report.results.find((result) => result.status === 'failed');
  const lines = failed === undefined ? startProblemLines(report, reading) : resultLines(failed, reading);
  const text = [`Stage ${stage.number} · ${stage.title}`, ...lines].map((line) => line.trimEnd()).join('\n');
  return `${mask(text.replaceAll(folder, 'my/tracker').replaceAll(place.root, '‹strata›'))}\n`;
}

/**
 * Masks what differs from run to run: times, ports, process ids, scratch folders.
 * @param text anything
 * @returns the text, the same for every run
 */
export function mask(text: string): string {
  return text
    .replaceAll(/\b(?!2026-01-31T12:00:00)20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g, '‹time›')
    .replaceAll(/"2[\d:.T-]*…/g, '"‹time›…')
    .replaceAll(/\b(\w{3}, )?\d\d \w{3} 20\d\d \d\d:\d\d:\d\d GMT/g, '‹time›')
    .replaceAll(/\.strata\/(run|tmp)\/[\w-]+(\/\d+-)?/g, '.strata/‹scratch›/')
    .replaceAll(/\/[^\s'"]*\/strata-home-\w+/g, '‹home›')
    .replaceAll(/\.\d+\.tmp\b/g, '.‹n›.tmp')
    .replaceAll(/((?:localhost|127\.0\.0\.1|\[::1\]|port)[ :])(?!3000\b)\d{4,5}\b/gi, '$1‹port›')
    .replaceAll(/\binstead of \d{4,5}\b/g, 'instead of ‹port›')
    .replaceAll(/\bPORT=(?!3000\b)\d{4,5}\b/g, 'PORT=‹port›')
    .replaceAll(/\b\d+(\.\d+)? ?ms\b/g, '‹n› ms')
    .replaceAll(/\bin \d+\.\d+ ?s\b/g, 'in ‹n› ms')
    .replaceAll(/\/admin\/users\/\d+/g, '/admin/users/‹id›')
    .replaceAll(/\bpid \d+/g, 'pid ‹n›')
    .replaceAll(/\bNode\.js v\d+\.\d+\.\d+/g, 'Node.js v‹n›');
}
