import { statSync } from 'node:fs';
import path from 'node:path';
import { writeAtomically } from '../atomic.ts';
import { Refusal } from '../errors.ts';
import { git, gitFolder } from '../git.ts';
import { type Place, shown } from '../place.ts';
import { makeReview } from '../review/make.ts';
import { drawPage } from '../review/page.ts';
import type { Row } from '../review/paper-rows.ts';
import { summarise } from '../review/rows.ts';
import { readEarlier } from '../review/since.ts';
import { findSubject } from '../review/subject.ts';
import { paint, say } from '../terminal.ts';

/** What `strata review` can be told. */
export interface ReviewOptions {
  stage?: string;
  seed?: number;
  since?: string;
  out?: string;
}

const SEEDS = 99_999;

/**
 * Reviews a learner's branch, tag, commit or pull request, and writes review.md and review.json.
 * @param place where the companion works
 * @param ref what to review; without it what is checked out
 * @param options see ReviewOptions
 * @returns 0 when nothing has to be mended, 1 otherwise
 * @throws Refusal when it is not clear what to review
 */
export async function review(place: Place, ref: string | undefined, options: ReviewOptions): Promise<number> {
  gitFolder(place);
  const subject = findSubject(place, ref, options.stage);
  const earlier = options.since === undefined ? undefined : readEarlier(place, options.since);
  const folder = path.resolve(
    place.cwd,
    options.out ?? defaultFolder(place, subject.stage.name, subject.commit),
  );
  if (statSync(folder, { throwIfNoEntry: false })?.isFile() === true)
    throw new Refusal(`${shown(place, folder)} is a file, and --out names the folder for the page.`, {
      status: 2,
    });
  const seed = options.seed ?? seedOf(subject.commit);
  say(
    `${paint('bold', `Stage ${subject.stage.number} · ${subject.stage.title}`)}   ${subject.commit.slice(0, 7)}, seed ${seed}`,
  );
  if (ref === undefined && git(place.root, ['status', '--porcelain', '--', 'my']) !== '')
    say(paint('dim', '  my/ has changes that are not committed: they are not in this review'));
  const found = await makeReview(place, subject, {
    seed,
    earlier,
    onStep: (what) => say(paint('dim', `  ${what} …`)),
  });
  writeAtomically(path.join(folder, 'review.json'), `${JSON.stringify(found, null, 2)}\n`);
  writeAtomically(path.join(folder, 'review.md'), drawPage(found));
  const rows = summarise(found);
  say();
  for (const row of rows) say(`  ${signed(row)} ${row.topic.padEnd(14)} ${row.text}`);
  say();
  say(`  The page: ${shown(place, path.join(folder, 'review.md'))}`);
  return rows.some(({ sign }) => sign === '✗') ? 1 : 0;
}

// Drawn from the commit: the same each time, and not known to the learner before they commit.
function seedOf(commit: string): number {
  return 1 + (Number.parseInt(commit.slice(0, 8), 16) % SEEDS);
}

function defaultFolder(place: Place, stage: string, commit: string): string {
  return path.join(place.root, '.strata', 'reviews', `${stage}-${commit.slice(0, 7)}`);
}

function signed({ sign }: Row): string {
  const colours = { '✓': 'green', '✗': 'red', '!': 'yellow', '·': 'dim' } as const;
  return paint(colours[sign], sign);
}
