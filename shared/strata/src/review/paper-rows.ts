import type { Review } from './document.ts';
import { counted } from './markdown.ts';

/** One line of the table at the top: ✓ well, ✗ has to be mended, ! worth a look, · for information. */
export interface Row {
  readonly sign: '✓' | '✗' | '!' | '·';
  readonly topic: string;
  /** Our own words and figures only: nothing that a stranger wrote. */
  readonly text: string;
}

/** Of every hundred lines or words, how many may be somebody else's before it is said. */
export const MUCH = 60;
const FEWEST_WORDS = 15;

/**
 * The questions of the brief without an answer worth the name.
 * @param review the review
 * @returns them
 */
export function unanswered({ answers }: Review): string[] {
  return answers.filter(({ words }) => words < FEWEST_WORDS).map(({ question }) => question);
}

/** The decision record. */
export function decisionRow({ decision }: Review): Row {
  const { state, missing, options, rejected, evidence } = decision;
  const topic = 'decision';
  if (state === 'missing') return { sign: '✗', topic, text: 'there is no ADR.md' };
  if (state === 'template') return { sign: '✗', topic, text: 'ADR.md is still the template' };
  if (state === 'unchanged') return { sign: '!', topic, text: 'ADR.md is the one of the stage before' };
  if (state === 'reference') return { sign: '!', topic, text: 'ADR.md is the reference’s, word for word' };
  const parts = [
    missing.length === 0 ? 'all parts' : `without ${missing.join(', ')}`,
    counted(options, 'option'),
  ];
  parts.push(rejected ? 'one rejected with a reason' : 'none rejected with a reason');
  parts.push(evidence ? 'evidence cited' : 'no evidence');
  return { sign: missing.length === 0 && rejected && evidence ? '✓' : '!', topic, text: parts.join(', ') };
}

/** The brief's questions. */
export function answersRow(review: Review): Row {
  const open = unanswered(review).length;
  const copied = review.answers.filter((answer) => answer.copied >= MUCH).length;
  const answered = `${review.answers.length - open} of ${review.answers.length} questions answered`;
  const parts = [open === 0 ? answered : `${answered} in ${FEWEST_WORDS} words or more`];
  if (copied > 0) parts.push(`${copied} in the words of DISCUSSION.md`);
  return { sign: open > 0 || copied > 0 ? '!' : '✓', topic: 'answers', text: parts.join(', ') };
}

/** The hints. */
export function hintsRow({ hints }: Review): Row {
  const last = hints.filter(({ opened }) => opened === 3).length;
  const text = hints.length === 0 ? 'none opened' : `opened for ${counted(hints.length, 'check')}`;
  return { sign: '·', topic: 'hints', text: last === 0 ? text : `${text}, to the last for ${last}` };
}
