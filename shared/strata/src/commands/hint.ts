import type { Check } from '@strata/conformance/check';
import { checks } from '@strata/conformance/registry';
import { Refusal } from '../errors.ts';
import type { Place } from '../place.ts';
import { readProgress, START, stageProgress, updateProgress } from '../progress.ts';
import { findStage } from '../stages.ts';
import { didYouMean } from '../suggest.ts';
import { paint, say, wrap } from '../terminal.ts';

const LEVELS = ['the concept', 'the place', 'nearly the solution'];

/**
 * Shows one hint more for a check, and those before it.
 * @param place where the companion works
 * @param word a check's id or the beginning of one; without it the check that failed last
 * @returns the exit status
 * @throws Refusal when it is not clear which check is meant
 */
export function hint(place: Place, word: string | undefined): number {
  const check = word === undefined ? failing(place) : named(word);
  const stage = readProgress(place).current ?? findStage(place, check.since).name;
  const open = openOneMore(place, stage, check.id);
  say(paint('bold', check.title));
  for (const [index, text] of check.hints.slice(0, open).entries()) {
    say();
    say(paint('dim', `  ${index + 1} of ${check.hints.length} · ${LEVELS[index]}`));
    for (const line of text.split('\n').flatMap((part) => wrap(part, 76))) say(`  ${line}`);
  }
  say();
  const again = word === undefined ? '' : ` ${check.id}`;
  if (open < check.hints.length)
    say(`  Try it, then ./strata check. One level further: ./strata hint${again}`);
  else
    say(`  That was the last hint. How the reference does it: ./strata solution ${stage.split('-', 1)[0]}`);
  return 0;
}

function openOneMore(place: Place, stage: string, id: string): number {
  let open = 1;
  updateProgress(place, (progress) => {
    const part = stageProgress(progress, stage);
    open = Math.min((part.hints?.[id] ?? 0) + 1, LEVELS.length);
    part.hints = { ...part.hints, [id]: open };
  });
  return open;
}

function failing(place: Place): Check {
  const { current, stages } = readProgress(place);
  const id = current === undefined ? undefined : stages[current]?.failing;
  if (id === undefined) {
    throw new Refusal(
      'No check has failed, so there is nothing to hint at. Find out where you are: ./strata check',
    );
  }
  if (id === START) {
    throw new Refusal(
      'Your tracker did not start, so no check was asked. What helps is below the ✗ of: ./strata check',
    );
  }
  return named(id);
}

function named(word: string): Check {
  const exact = checks.find(({ id }) => id === word);
  if (exact !== undefined) return exact;
  const matches = checks.filter(({ id }) => id.startsWith(word));
  if (matches.length > 1) {
    const list = matches.map(({ id }) => `  ${id}`).join('\n');
    throw new Refusal(`More than one check begins with "${word}":\n${list}`, { status: 2 });
  }
  const [only] = matches;
  if (only !== undefined) return only;
  const guess = didYouMean(
    word,
    checks.map(({ id }) => id),
  );
  throw new Refusal(`There is no check "${word}".${guess}`, { status: 2 });
}
