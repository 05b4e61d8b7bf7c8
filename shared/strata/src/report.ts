import type { CheckResult, RunReport } from '@strata/conformance/run';
import { checkCommand, type Reading } from './reading.ts';

const WIDTH = 80;

/**
 * The first line of a report.
 * @param reading see Reading
 * @param seed the seed of the run
 * @returns the stage on the left, the seed on the right
 */
export function headline({ stage, paint }: Pick<Reading, 'stage' | 'paint'>, seed: number): string {
  const title = `Stage ${stage.number} · ${stage.title}`;
  const right = `seed ${seed}`;
  const gap = ' '.repeat(Math.max(2, WIDTH - title.length - right.length));
  return `${paint('bold', title)}${gap}${paint('dim', right)}`;
}

/**
 * The last line of a report: how many, how long, what else there is to see.
 * @param report the finished run
 * @param reading see Reading
 * @returns the line
 */
export function countsLine(report: RunReport, reading: Reading): string {
  const count = (status: CheckResult['status']): number =>
    report.results.filter((result) => result.status === status).length;
  const parts = [`${count('passed')} passed`];
  if (count('failed') > 0) parts.push(`${count('failed')} failed`);
  if (count('waiting') > 0) parts.push(`${count('waiting')} waiting`);
  const seconds = (report.milliseconds / 1000).toFixed(1);
  return [`  ${parts.join(', ')}`, `${seconds} s`, ...wroteLines(report, reading), ...leftLines(report)].join(
    ' · ',
  );
}

/**
 * What the tracker printed on its own, for --verbose and for one that died.
 * @param report the finished run
 * @param reading see Reading
 * @returns the lines, with a heading; none when it printed nothing
 */
export function outputLines(report: RunReport, { paint }: Reading): string[] {
  const show = (name: string, text: string): string[] => {
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    return lines.length === 0
      ? []
      : ['', `  ${paint('dim', `your tracker, ${name}:`)}`, ...lines.map((line) => `    ${line}`)];
  };
  return [...show('standard output', report.stdout), ...show('standard error', report.stderr)];
}

// A server prints its address, as the contract asks; a line more is worth a word.
function wroteLines(report: RunReport, reading: Reading): string[] {
  if (reading.verbose || reading.stage.capabilities.includes('cli')) return [];
  const lines = `${report.stdout}\n${report.stderr}`.split('\n').filter((line) => line.trim() !== '').length;
  if (lines <= 1) return [];
  return [`your server wrote ${lines} lines: ${checkCommand(reading)} --verbose`];
}

function leftLines({ leftovers }: RunReport): string[] {
  if (leftovers.length === 0) return [];
  const names = leftovers.map((process) => process.command).join(', ');
  return [
    `your tracker left ${leftovers.length === 1 ? 'a process' : 'processes'} running (${names}), ended now`,
  ];
}
