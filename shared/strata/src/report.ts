import type { CheckResult, RunReport } from '@strata/conformance/run';
import { type Paint, wrap } from './terminal.ts';

/** What a report says beside the results themselves. */
export interface Reading {
  readonly stage: {
    readonly number: string;
    readonly title: string;
    readonly capabilities: readonly string[];
  };
  /** What ./strata serve is told to run this tracker: 'my', or '--dir folder'. */
  readonly target: string;
  /** The tracker's folder as a person types it; '.' when they are in it. */
  readonly folder: string;
  readonly seed: number;
  /** How many hints of the failed check were opened. */
  readonly opened: number;
  readonly paint: Paint;
}

const WIDTH = 80;
const INDENT = ' '.repeat(15);
const LEVELS = 3;
// A command longer than this is not typed or pasted with pleasure.
const LONGEST = 500;

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
 * One result: a line for a check that passed, the whole explanation for one that failed.
 * @param result the result
 * @param reading see Reading
 * @returns the lines
 */
export function resultLines(result: CheckResult, reading: Reading): string[] {
  const { paint } = reading;
  if (result.status === 'passed') return [`  ${paint('green', '✓')} ${result.check.title}`];
  const facts = result.failure;
  if (facts === undefined) return [];
  const lines = [`  ${paint('red', '✗')} ${paint('bold', result.check.title)}`, ''];
  if (facts.sent !== undefined) lines.push(...field('sent', facts.sent.split('\n'), reading));
  lines.push(...field('expected', facts.expected.split('\n'), reading));
  lines.push(...field('came', colourDifference(facts.came.split('\n'), paint), reading), '');
  lines.push(...field('why', wrap(result.check.why, WIDTH - INDENT.length), reading));
  lines.push(...field('again', againLines(result, reading), reading));
  lines.push(...field('hint', [hintLine(reading.opened)], reading));
  return lines;
}

/**
 * Explains why a tracker could not be started, in the layout of a failed check.
 * @param report a report with a start problem
 * @param reading see Reading
 * @returns the lines; none when the tracker was started
 */
export function startProblemLines({ startProblem }: RunReport, reading: Reading): string[] {
  if (startProblem === undefined) return [];
  const { paint } = reading;
  const { title, tried, seen, advice } = startProblem;
  return [
    `  ${paint('red', '✗')} ${paint('bold', 'The tracker starts')}`,
    '',
    ...field('tried', tried.split('\n'), reading),
    ...field('came', wrap(title, WIDTH - INDENT.length), reading),
    ...seen.split('\n').map((line) => `${INDENT}${line}`),
    '',
    ...field(
      'advice',
      advice.split('\n').flatMap((line) => wrap(line, WIDTH - INDENT.length)),
      reading,
    ),
    ...field('again', ['./strata check'], reading),
  ];
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
function wroteLines(report: RunReport, { stage }: Reading): string[] {
  if (stage.capabilities.includes('cli')) return [];
  const lines = `${report.stdout}\n${report.stderr}`.split('\n').filter((line) => line.trim() !== '').length;
  if (lines <= 1) return [];
  return [`your server wrote ${lines} lines: ./strata check --verbose`];
}

function leftLines({ leftovers }: RunReport): string[] {
  if (leftovers.length === 0) return [];
  const names = leftovers.map((process) => process.command).join(', ');
  return [
    `your tracker left ${leftovers.length === 1 ? 'a process' : 'processes'} running (${names}), ended now`,
  ];
}

function field(name: string, [first = '', ...others]: readonly string[], { paint }: Reading): string[] {
  return [`    ${paint('dim', name.padEnd(11))}${first}`, ...others.map((line) => `${INDENT}${line}`)];
}

function colourDifference(lines: readonly string[], paint: Paint): string[] {
  return lines.map((line) => {
    if (line.startsWith('- ')) return paint('red', line);
    return line.startsWith('+ ') ? paint('green', line) : line;
  });
}

// By hand where a person can type it; otherwise the check alone, with the same inputs.
function againLines({ check, failure }: CheckResult, { stage, target, folder, seed }: Reading): string[] {
  const lines = failure?.again?.split('\n') ?? [];
  if (lines.length === 0 || lines.some((line) => line.length > LONGEST)) {
    const tracker = target === 'my' ? '' : ` ${target}`;
    return [`./strata check ${stage.number} --only ${check.id} --seed ${seed}${tracker}`];
  }
  const prepared = stage.capabilities.includes('cli') ? `cd ${folder}` : `./strata serve ${target}`;
  if (prepared === 'cd .') return lines;
  const [only = ''] = lines;
  if (lines.length === 1 && prepared.length + only.length < 60) return [`${prepared}, then: ${only}`];
  return [`${prepared}, then:`, ...lines.map((line) => `  ${line}`)];
}

function hintLine(opened: number): string {
  if (opened >= LEVELS) return './strata hint   (all three are open)';
  return `./strata hint   (${opened + 1} of ${LEVELS})`;
}
