import type { Review } from './document.ts';
import { code } from './markdown.ts';
import type { Row } from './paper-rows.ts';
import { summarise } from './rows.ts';
import {
  commits,
  experiment,
  failedChecks,
  files,
  hints,
  leaks,
  lintAndTypes,
  ownTests,
  SHORT,
  sinceThen,
  startProblem,
  surprises,
} from './sections.ts';

/**
 * Draws the page that a mentor reads.
 * @param review the review
 * @returns Markdown; what a stranger wrote is in it as code only
 */
export function drawPage(review: Review): string {
  const rows = summarise(review);
  const parts = [
    head(review),
    verdict(rows),
    table(rows),
    ...sinceThen(review),
    ...failedChecks(review),
    ...startProblem(review),
    ...leaks(review),
    ...surprises(review),
    ...ownTests(review),
    ...lintAndTypes(review),
    ...experiment(review),
    ...commits(review),
    ...files(review),
    ...hints(review),
    questions(review),
  ];
  return `${parts.join('\n\n')}\n`;
}

function head({ stage, commit, base, seed, suite }: Review): string {
  const begun = base === null ? '' : `, begun from ${code(base.slice(0, SHORT))}`;
  return `# Review of stage ${stage.number} · ${stage.title}\n\nCommit ${code(commit.slice(0, SHORT))}${begun} · seed ${seed} · suite ${suite}`;
}

function verdict(rows: readonly Row[]): string {
  const wrong = rows.filter(({ sign }) => sign === '✗').map(({ topic, text }) => `${topic}: ${text}`);
  const odd = rows.filter(({ sign }) => sign === '!').map(({ topic }) => topic);
  const look = odd.length === 0 ? '' : `Worth a look: ${odd.join(', ')}.`;
  if (wrong.length > 0) return [`**Not yet.** ${wrong.join(' · ')}.`, look].join(' ').trim();
  if (odd.length > 0) return `**Nothing is broken.** ${look}`;
  return '**All that a machine can know is well.** What is left is the judgement.';
}

function table(rows: readonly Row[]): string {
  return [
    '| | | |',
    '|---|---|---|',
    ...rows.map(({ sign, topic, text }) => `| ${sign} | ${topic} | ${text} |`),
  ].join('\n');
}

function questions(review: Review): string {
  const list = review.questions.map((question, index) => `${index + 1}. ${question}`);
  return `## Questions worth asking\n\n${list.join('\n')}`;
}
