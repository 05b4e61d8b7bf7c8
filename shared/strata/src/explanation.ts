import type { CheckResult, RunReport } from '@strata/conformance/run';
import { checkCommand, type Reading } from './reading.ts';
import { type Paint, wrap } from './terminal.ts';

const WIDTH = 80;
const INDENT = ' '.repeat(15);
const LEVELS = 3;
// A command longer than this is not typed or pasted with pleasure.
const LONGEST = 500;

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
  lines.push(...field('hint', [hintLine(result, reading)], reading));
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
    `  ${paint('red', '✗')} ${paint('bold', startProblem.kind === 'build-failed' ? 'The tracker can be built' : 'The tracker starts')}`,
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
    ...field('again', [checkCommand(reading)], reading),
  ];
}

/**
 * Says why the page was not looked at: there was no browser. That is not the tracker's doing.
 * @param report a finished run
 * @param reading see Reading
 * @returns the lines; none when there was a browser, or no need of one
 */
export function browserLines({ browserProblem }: RunReport, reading: Reading): string[] {
  if (browserProblem === undefined) return [];
  const { paint } = reading;
  return [
    `  ${paint('red', '✗')} ${paint('bold', 'A browser looks at the page')}`,
    '',
    ...field('came', wrap(browserProblem, WIDTH - INDENT.length), reading),
    ...field('again', [`./strata doctor, then: ${checkCommand(reading)}`], reading),
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
function againLines({ check, failure }: CheckResult, reading: Reading): string[] {
  const { stage, target, folder, seed } = reading;
  const lines = (failure?.again?.split('\n') ?? []).map((line) => atItsPort(line, stage.capabilities));
  if (lines.length === 0 || lines.some((line) => line.length > LONGEST)) {
    return [`${checkCommand(reading)} --only ${check.id} --seed ${seed}`];
  }
  const prepared = stage.capabilities.includes('cli') ? `cd ${folder}` : `./strata serve ${target}`;
  if (prepared === 'cd .') return lines;
  const [only = ''] = lines;
  if (lines.length === 1 && prepared.length + only.length < 60) return [`${prepared}, then: ${only}`];
  return [`${prepared}, then:`, ...lines.map((line) => `  ${line}`)];
}

// Where the page has a server of its own, ./strata serve puts the API beside it, one port further.
function atItsPort(line: string, capabilities: readonly string[]): string {
  if (!capabilities.includes('pages')) return line;
  const asked = line.replaceAll(/(\bcurl\b.*?(?<!http:\/\/)\blocalhost):3000\b/g, '$1:3001');
  return asked.replaceAll(/\bnc localhost 3000\b/g, 'nc localhost 3001');
}

function hintLine({ check }: CheckResult, { opened, current }: Reading): string {
  const command = current ? './strata hint' : `./strata hint ${check.id}`;
  return `${command}   (${opened >= LEVELS ? 'all three are open' : `${opened + 1} of ${LEVELS}`})`;
}
