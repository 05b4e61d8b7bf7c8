import { Refusal } from '../errors.ts';
import { findFormer, formerOf } from '../former.ts';
import { askGit, currentBranch, git } from '../git.ts';
import { isObject } from '../manifest.ts';
import { partWhere } from '../part-where.ts';
import type { Place } from '../place.ts';
import { findStage, readStages, type Stage } from '../stages.ts';
import { parentOfFirst } from './history.ts';

/** What is under review. */
export interface Subject {
  readonly stage: Stage;
  readonly commit: string;
  /** The commit that the stage began from; undefined when the learner's history does not tell. */
  readonly base: string | undefined;
  readonly progress: StoredProgress;
}

/** What a committed my/progress.json says of the stage. It is a stranger's: anything may be missing. */
export interface StoredProgress {
  readonly passed: boolean;
  /** The tracker was begun from the reference of the stage before. */
  readonly fromReference: boolean;
  readonly hints: Readonly<Record<string, number>>;
}

/**
 * Finds what a reviewer means.
 * @param place where the companion works
 * @param ref a branch, a tag, a commit, or `pull/12`; undefined for what is checked out
 * @param word the stage, when the reviewer names it
 * @returns the commit, its stage and where the stage began
 * @throws Refusal when there is no such commit, or when it does not say which stage it is
 */
export function findSubject(place: Place, ref: string | undefined, word: string | undefined): Subject {
  const commit = findCommit(place, ref ?? 'HEAD');
  const stage = word === undefined ? stageOf(place, commit, ref) : findStage(place, word);
  return {
    stage,
    commit,
    base: beginningOf(place, commit, stage),
    progress: storedProgress(readStored(place, commit), stage),
  };
}

/**
 * The id of a commit that a person names.
 * @param place where the companion works
 * @param ref a branch, also one of origin's, a tag, a commit, `pull/12` (or `#12`, which a shell takes for a remark)
 * @returns the full id
 * @throws Refusal (status 2) when there is none
 */
export function findCommit(place: Place, ref: string): string {
  const [, number] = /^(?:#|pull\/)(\d+)(?:\/head)?$/.exec(ref) ?? [];
  const names = number === undefined ? [ref, `origin/${ref}`] : [`refs/pull/${number}/head`];
  for (const name of names) {
    const answer = askGit(place.root, [
      'rev-parse',
      '--verify',
      '--quiet',
      '--end-of-options',
      `${name}^{commit}`,
    ]);
    if (answer.status === 0) return answer.stdout.trim();
  }
  if (number === undefined) throw new Refusal(`git knows no branch, tag or commit "${ref}".`, { status: 2 });
  const fetched = askGit(place.root, ['fetch', '--quiet', '--no-tags', 'origin', `refs/pull/${number}/head`]);
  if (fetched.status !== 0)
    throw new Refusal(`Pull request ${number} cannot be fetched from origin: ${fetched.stderr.trim()}`, {
      status: 2,
    });
  return git(place.root, ['rev-parse', '--verify', 'FETCH_HEAD^{commit}']);
}

// The branch says it first: a reviewer who names stage/01-http means that stage, wherever its learner is by now.
function stageOf(place: Place, commit: string, ref: string | undefined): Stage {
  const branch = ref ?? currentBranch(place) ?? '';
  const [, named] = /(?:^|\/)stage\/([\w-]+)$/.exec(branch) ?? [];
  const stored = readStored(place, commit);
  const known = readStages(place).some(({ name }) => name === named) || findFormer(named ?? '') !== undefined;
  const word = currentPart(known ? named : stored.current, stored);
  if (typeof word === 'string' && /^[\w-]+$/.test(word)) return findStage(place, word);
  throw new Refusal(
    `Which stage is ${commit.slice(0, 7)}? Neither its branch nor its my/progress.json says so: add --stage 01.`,
    { status: 2 },
  );
}

// A stage that has become several is reviewed as the part in which its learner stood.
function currentPart(word: unknown, { stages }: Record<string, unknown>): unknown {
  const former = typeof word === 'string' ? findFormer(word) : undefined;
  const noted = former && isObject(stages) ? stages[former.name] : undefined;
  return former === undefined ? word : partWhere(former, isObject(noted) ? noted : {});
}

// The last commit whose progress does not know the stage yet; where no progress was ever committed before, the one
// before the learner's first commit, because the work may be older than the first note of it.
function beginningOf(place: Place, commit: string, { name }: Stage): string | undefined {
  const names = namesOf(name);
  const asked = ['rev-list', '--topo-order', commit, '--', 'my/progress.json'];
  const known = (id: string): boolean => {
    const { stages } = readStored(place, id);
    return isObject(stages) && names.some((one) => one in stages);
  };
  if (!known(commit)) return undefined;
  const noted = git(place.root, asked).split('\n');
  const unknown = noted.findIndex((id) => !known(id));
  if (unknown < 0) return parentOfFirst(place, commit);
  const oldest = noted[unknown - 1];
  const before = askGit(place.root, ['rev-parse', '--verify', '--quiet', `${oldest}^`]);
  return before.status === 0 ? before.stdout.trim() : undefined;
}

function namesOf(stage: string): string[] {
  const former = formerOf(stage);
  return former === undefined ? [stage] : [stage, former.name];
}

function readStored(place: Place, commit: string): Record<string, unknown> {
  const answer = askGit(place.root, ['cat-file', 'blob', `${commit}:my/progress.json`]);
  if (answer.status !== 0) return {};
  try {
    const value: unknown = JSON.parse(answer.stdout);
    return isObject(value) ? value : {};
  } catch {
    return {}; // broken in this commit: it says nothing
  }
}

function storedProgress({ stages }: Record<string, unknown>, { name }: Stage): StoredProgress {
  const part = isObject(stages) ? stages[namesOf(name).find((one) => one in stages) ?? name] : undefined;
  if (!isObject(part)) return { passed: false, fromReference: false, hints: {} };
  const hints = Object.entries(isObject(part.hints) ? part.hints : {}).flatMap(([id, count]) =>
    typeof count === 'number' && Number.isInteger(count) && count > 0
      ? [[id, Math.min(count, 3)] as const]
      : [],
  );
  return {
    passed: typeof part.passedAt === 'string',
    fromReference: part.from === 'reference',
    hints: Object.fromEntries(hints),
  };
}
