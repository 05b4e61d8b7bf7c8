import type { Commit, Review } from './document.ts';
import { block, code, counted } from './markdown.ts';

const FAILURES = 4;
const LISTED = 12;
/** How many characters of a commit's id are shown. */
export const SHORT = 7;

/** What changed since an earlier review. Nothing where there is nothing to say. */
export function sinceThen({ since }: Review): string[] {
  if (since === null) return [];
  const { size, checks } = since;
  const list = (ids: readonly string[]): string =>
    ids.length === 0 ? 'none' : ids.map((id) => code(id)).join(', ');
  const lines = [
    `${counted(since.commits.length, 'commit')}, ${counted(size.files, 'file')}, +${size.added} −${size.removed}.`,
  ];
  if (checks !== null) lines.push(`Checks mended: ${list(checks.mended)}. Broken: ${list(checks.broken)}.`);
  return [
    `## Since the review of ${code(since.commit.slice(0, SHORT))}\n\n${lines.join('\n')}`,
    ...commitList(since.commits),
  ];
}

/** The checks that fail, the first of them in full. Nothing where there is nothing to say. */
export function failedChecks({ checks: { failures }, stage }: Review): string[] {
  if (failures.length === 0) return [];
  const told = failures.slice(0, FAILURES).map(({ id, title, why, since, sent, expected, came }) => {
    const regression = since < stage.number ? ` · held at stage ${since}` : '';
    const facts = [`sent      ${hang(sent)}`, `expected  ${hang(expected)}`, `came      ${hang(came)}`];
    return `**${title}** · ${code(id)}${regression}\n\n${why}\n\n${block(facts.join('\n'), 24)}`;
  });
  const more = failures.slice(FAILURES).map(({ id, title }) => `- ${title} · ${code(id)}`);
  const rest =
    more.length === 0
      ? []
      : [
          `And ${counted(more.length, 'check')} more:\n\n${more.slice(0, LISTED * 2).join('\n')}${more.length > LISTED * 2 ? '\n- …' : ''}`,
        ];
  return ['## Checks that fail', ...told, ...rest];
}

/** Why the tracker does not start. Nothing where there is nothing to say. */
export function startProblem({ checks: { startProblem: problem } }: Review): string[] {
  if (problem === null) return [];
  return [`## Why it does not start\n\n${block(`${problem.title}\n${problem.seen}`, 16)}`];
}

/** What should not be in git. Nothing where there is nothing to say. */
export function leaks(review: Review): string[] {
  if (review.leaks.length === 0) return [];
  const lines = review.leaks.slice(0, LISTED).map(({ what, file, commit, shown, present }) => {
    const value = shown === '' ? '' : ` (${code(shown)})`;
    return `- ${what}${value} in ${code(file)}, since ${code(commit.slice(0, SHORT))}${present ? '' : '; removed later, but not from the history'}`;
  });
  return [`## Not for git\n\n${limited(lines, review.leaks.length)}`];
}

/** What a tracker has no reason for. Nothing where there is nothing to say. */
export function surprises({ signs, layer }: Review): string[] {
  const lines = signs.map(
    ({ what, file, line, text }) => `- ${code(`${file}:${line}`)} ${what}: ${code(text)}`,
  );
  for (const file of layer.outside.slice(0, LISTED)) lines.push(`- ${code(file)} changed, outside of my/`);
  return lines.length === 0
    ? []
    : [`## Surprises\n\nSigns, not proofs: read the lines before you say anything.\n\n${lines.join('\n')}`];
}

/** What the learner’s own tests printed when they failed. Nothing where there is nothing to say. */
export function ownTests({ tests }: Review): string[] {
  return tests.output === '' ? [] : [`## Own tests that fail\n\n${block(tests.output)}`];
}

/** What the linter and the compiler say. Nothing where there is nothing to say. */
export function lintAndTypes({ lint, types }: Review): string[] {
  const parts: string[] = [];
  if (lint.problems.length > 0) {
    const lines = lint.problems
      .slice(0, LISTED)
      .map(({ file, line, rule }) => `- ${code(`${file}:${line}`)} ${code(rule)}`);
    parts.push(`## Lint\n\n${limited(lines, lint.problems.length)}`);
  }
  if (types.output !== '') parts.push(`## Type errors\n\n${block(types.output)}`);
  return parts;
}

/** The card of the experiment. Nothing where there is nothing to say. */
export function experiment({ experiment: { title, rows, wrong } }: Review): string[] {
  if (rows.length === 0 && wrong.length === 0) return [];
  const lines = [...rows, ...wrong.map((sentence) => `  ✗ ${sentence}`)];
  return [`## The experiment: ${code(title)}\n\n${block(lines.join('\n'))}`];
}

/** The commits of the stage. Nothing where there is nothing to say. */
export function commits(review: Review): string[] {
  return review.commits.length === 0 ? [] : ['## Commits', ...commitList(review.commits)];
}

function commitList(list: readonly Commit[]): string[] {
  const lines = list.slice(0, LISTED * 2).map(({ id, subject, conventional, added, removed }) => {
    return `- ${code(id.slice(0, SHORT))} ${code(subject, 72)} +${added} −${removed}${conventional ? '' : ' · not conventional'}`;
  });
  return lines.length === 0 ? [] : [limited(lines, list.length)];
}

/** Files that the reference does not touch. Nothing where there is nothing to say. */
export function files({ layer: { unexpected } }: Review): string[] {
  if (unexpected.length === 0) return [];
  const lines = unexpected.slice(0, LISTED).map((file) => `- ${code(file)}`);
  return [`## Changed files that the reference does not touch here\n\n${limited(lines, unexpected.length)}`];
}

/** The hints that were opened. Nothing where there is nothing to say. */
export function hints(review: Review): string[] {
  if (review.hints.length === 0) return [];
  const lines = review.hints.slice(0, LISTED).map(({ check, opened }) => `- ${code(check)}: ${opened} of 3`);
  return [`## Hints opened\n\n${limited(lines, review.hints.length)}`];
}

function hang(text: string): string {
  return text.replaceAll('\n', '\n          ');
}

function limited(lines: readonly string[], all: number): string {
  return all > lines.length ? `${lines.join('\n')}\n- … ${all - lines.length} more` : lines.join('\n');
}
