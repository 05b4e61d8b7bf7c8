import type { Review } from './document.ts';
import { counted } from './markdown.ts';
import { answersRow, decisionRow, hintsRow, MUCH, type Row } from './paper-rows.ts';

/** Lines that a commit adds, above which it is worth a question. */
export const LARGE = 300;
const FEWEST_COMMITS = 5;

/**
 * Sums up a review, a line a topic.
 * @param review the review
 * @returns the lines, in the order in which they matter
 */
export function summarise(review: Review): Row[] {
  return [
    checksRow(review),
    signsRow(review),
    leaksRow(review),
    testsRow(review),
    lintRow(review),
    commitsRow(review),
    sizeRow(review),
    experimentRow(review),
    decisionRow(review),
    answersRow(review),
    hintsRow(review),
  ];
}

function checksRow({ checks, stage }: Review): Row {
  const { passed, failed, waiting, startProblem, browserProblem, failures } = checks;
  const topic = 'checks';
  if (startProblem !== null && passed + failed === 0)
    return { sign: '✗', topic, text: 'the tracker does not start' };
  const all = passed + failed + waiting;
  const regressions = failures.filter(({ since }) => since < stage.number).length;
  const parts = [failed + waiting === 0 ? `all ${all} passed` : `${passed} of ${all} passed`];
  if (failed > 0) parts.push(`${failed} failed`);
  if (regressions > 0) parts.push(`${regressions} of them held at an earlier stage`);
  if (waiting > 0) parts.push(`${waiting} not judged${browserProblem === null ? '' : ': no browser here'}`);
  return {
    sign: failed > 0 || startProblem !== null ? '✗' : waiting > 0 ? '!' : '✓',
    topic,
    text: parts.join(', '),
  };
}

function testsRow({ tests }: Review): Row {
  const { state, passed, failed, wanted, assertions } = tests;
  const topic = 'own tests';
  const asked = `${wanted} asked for`;
  if (state === 'none') return { sign: '✗', topic, text: `none; ${asked}` };
  if (state === 'stopped') return { sign: '✗', topic, text: 'stopped: they did not end in time' };
  if (state === 'unknown')
    return { sign: '!', topic, text: 'they ended well, but printed no figures to count' };
  const text = `${passed} passed${failed > 0 ? `, ${failed} failed` : ''}; ${asked}; ${counted(assertions, 'assertion')} that can fail`;
  if (state === 'failed') return { sign: '✗', topic, text };
  return { sign: passed < wanted || assertions === 0 ? '!' : '✓', topic, text };
}

function lintRow({ lint, types }: Review): Row {
  const { state, problems } = lint;
  const said =
    state === 'clean'
      ? 'clean'
      : state === 'unknown'
        ? 'not for this language'
        : counted(problems.length, 'remark');
  const typed = {
    clean: 'no type errors',
    problems: 'type errors',
    none: 'no types',
    stopped: 'the compiler did not end',
  };
  const bad = types.state === 'problems' || types.state === 'stopped';
  const sign = bad ? '✗' : state === 'problems' ? '!' : state === 'clean' ? '✓' : '·';
  return { sign, topic: 'lint and types', text: `${said}; ${typed[types.state]}` };
}

function leaksRow({ leaks }: Review): Row {
  const secrets = leaks.filter(({ kind }) => kind === 'secret').length;
  const generated = leaks.length - secrets;
  const parts = [];
  if (secrets > 0) parts.push(counted(secrets, 'secret'));
  if (generated > 0) parts.push(counted(generated, 'generated file or folder', 'generated files or folders'));
  const sign = secrets > 0 ? '✗' : generated > 0 ? '!' : '✓';
  return {
    sign,
    topic: 'not for git',
    text: leaks.length === 0 ? 'nothing, on no commit' : `${parts.join(', ')} in the history`,
  };
}

function signsRow(review: Review): Row {
  const { signs, layer, checks } = review;
  const parts = [];
  if (signs.length > 0) parts.push(`${counted(signs.length, 'line')} that a tracker has no reason for`);
  if (layer.copied >= MUCH) parts.push(`${layer.copied} % of the new lines are the reference's`);
  if (layer.outside.length > 0) parts.push(`${counted(layer.outside.length, 'file')} changed outside of my/`);
  if (checks.claimed && checks.failures.length > 0) parts.push('passed at the learner’s, not here');
  if (parts.length === 0) return { sign: '✓', topic: 'surprises', text: 'none' };
  return { sign: '!', topic: 'surprises', text: parts.join('; ') };
}

function commitsRow({ commits, stage }: Review): Row {
  const other = commits.filter(({ conventional }) => !conventional).length;
  const largest = Math.max(0, ...commits.map(({ added }) => added));
  const text = [
    `${commits.length} in stage ${stage.number}`,
    `the largest adds ${counted(largest, 'line')}`,
    other === 0 ? 'all messages conventional' : `${counted(other, 'message')} in another form`,
  ].join(', ');
  const well = commits.length >= FEWEST_COMMITS && other === 0 && largest <= LARGE;
  return { sign: well ? '✓' : '!', topic: 'commits', text };
}

function sizeRow({ layer: { mine, reference, unexpected } }: Review): Row {
  const said = (size: typeof mine): string =>
    `${counted(size.files, 'file')}, +${size.added} −${size.removed}`;
  const others = unexpected.length === 0 ? '' : `; ${unexpected.length} of them not among the reference's`;
  return { sign: '·', topic: 'size', text: `${said(mine)}${others} (the reference: ${said(reference)})` };
}

function experimentRow({ experiment: { state } }: Review): Row {
  const topic = 'experiment';
  if (state === 'holds') return { sign: '✓', topic, text: 'holds on this code' };
  if (state === 'none') return { sign: '·', topic, text: 'this stage has none' };
  return {
    sign: '!',
    topic,
    text: state === 'wrong' ? 'does not hold on this code' : 'not measured: it came to no end',
  };
}
