import { Refusal } from '../errors.ts';
import { askGit, git, gitFolder } from '../git.ts';
import type { Place } from '../place.ts';
import { pushBranches } from '../push-branches.ts';
import { buildBranches, isBuilt, type StageBranch } from '../stage-branches.ts';
import { suiteVersion } from '../suite.ts';
import { complain, paint, say } from '../terminal.ts';

/** What `strata branches` can be told. */
export interface BranchesOptions {
  check?: boolean;
  release?: boolean;
  push?: string;
  prefix: string;
}

/**
 * Builds the branches `stage/NN-name` from the committed folders, one commit on top of the other.
 * @param place where the companion works
 * @param options see BranchesOptions
 * @returns 0, or with --check 1 when a branch is not current
 * @throws Refusal when a branch of that name is somebody's own, or checked out; nothing is changed then
 */
export function branches(place: Place, options: BranchesOptions): number {
  gitFolder(place);
  if (askGit(place.root, ['check-ref-format', `refs/heads/${options.prefix}00`]).status !== 0)
    throw new Refusal(`No branch can begin with "${options.prefix}".`, { status: 2 });
  const built = buildBranches(place, options.prefix);
  if (git(place.root, ['status', '--porcelain', '--', 'stages']) !== '')
    complain('What is not committed in stages/ is left out.');
  return options.check === true ? check(place, built) : build(place, built, options);
}

function check(place: Place, built: readonly StageBranch[]): number {
  const states = built.map((branch) => ({
    branch,
    commit: commitOf(place, branch.ref) ?? remoteOf(place, branch.ref),
  }));
  for (const { branch, commit } of states) {
    const state = commit === undefined ? 'missing' : commit === branch.commit ? 'current' : 'not current';
    tell(branch, paint(state === 'current' ? 'green' : 'red', state));
  }
  const stale = states.filter(({ branch, commit }) => commit !== branch.commit).length;
  say();
  say(
    stale === 0
      ? '  Every branch is current.'
      : `  ${stale} not current. This builds them: ./strata branches`,
  );
  return stale === 0 ? 0 : 1;
}

function build(place: Place, built: readonly StageBranch[], options: BranchesOptions): number {
  const moved = built.filter(({ ref, commit }) => commitOf(place, ref) !== commit);
  for (const { ref } of moved) refuseForeign(place, ref);
  refuseCheckedOut(place, moved);
  const lines = moved.map(({ ref, commit }) =>
    `update ${ref} ${commit} ${commitOf(place, ref) ?? ''}`.trimEnd(),
  );
  const tag = options.release === true ? releaseTag(place, built) : undefined;
  if (tag?.line !== undefined) lines.push(tag.line);
  // All of them or none.
  git(
    place.root,
    ['update-ref', '--stdin'],
    {},
    `start\n${lines.map((line) => `${line}\n`).join('')}prepare\ncommit\n`,
  );
  for (const branch of built) tell(branch, moved.includes(branch) ? paint('green', 'built') : 'current');
  if (tag !== undefined) say(`  ${tag.name.padEnd(22)} ${tag.line === undefined ? 'is there' : 'tagged'}`);
  if (options.push !== undefined) pushBranches(place, options.push, built, tag?.ref);
  return 0;
}

function releaseTag(place: Place, built: readonly StageBranch[]) {
  const name = `curriculum-${suiteVersion(place)}`;
  const ref = `refs/tags/${name}`;
  const tip = built.at(-1)?.commit;
  const there = commitOf(place, ref);
  if (there !== undefined && there !== tip)
    throw new Refusal(
      `The release ${name} is out, and the stages have changed since: raise "version" in shared/conformance/package.json.`,
    );
  return { name, ref, line: there === undefined && tip !== undefined ? `create ${ref} ${tip}` : undefined };
}

function refuseForeign(place: Place, ref: string): void {
  const commit = commitOf(place, ref);
  if (commit === undefined || isBuilt(place, commit)) return;
  const name = ref.slice('refs/heads/'.length);
  throw new Refusal(
    `The branch ${name} is somebody's own work (${commit.slice(0, 7)}), so nothing was changed.\n` +
      'Build them beside it: ./strata branches --prefix reference/',
  );
}

function refuseCheckedOut(place: Place, moved: readonly StageBranch[]): void {
  const open = git(place.root, ['worktree', 'list', '--porcelain']);
  const [first] = moved.filter(
    ({ ref }) => open.includes(`branch ${ref}\n`) || open.endsWith(`branch ${ref}`),
  );
  if (first !== undefined)
    throw new Refusal(
      `${first.ref.slice('refs/heads/'.length)} is checked out: switch to another branch first.`,
    );
}

function remoteOf(place: Place, ref: string): string | undefined {
  return commitOf(place, ref.replace('refs/heads/', 'refs/remotes/origin/'));
}

function commitOf(place: Place, ref: string): string | undefined {
  const answer = askGit(place.root, ['rev-parse', '--verify', '--quiet', `${ref}^{commit}`]);
  return answer.status === 0 ? answer.stdout.trim() : undefined;
}

function tell({ ref, commit, size }: StageBranch, state: string): void {
  say(
    `  ${ref.slice('refs/heads/'.length).padEnd(22)} ${commit.slice(0, 7)}  ${state}  ${paint('dim', size)}`,
  );
}
