import { Refusal } from './errors.ts';
import { askGit, git } from './git.ts';
import type { Place } from './place.ts';
import { isBuilt, type StageBranch } from './stage-branches.ts';
import { say } from './terminal.ts';

/**
 * Publishes the branches of the stages. What was published before is replaced, a learner's own branch never.
 * @param place where the companion works
 * @param remote a remote's name, such as origin
 * @param built the branches, built here
 * @param tag a tag that goes with them
 * @throws Refusal when the remote has a branch of that name that was not built; nothing is published then
 */
export function pushBranches(
  place: Place,
  remote: string,
  built: readonly StageBranch[],
  tag: string | undefined,
): void {
  const there = readRemote(place, remote, built);
  const leases = built.map(({ ref }) => `--force-with-lease=${ref}:${there.get(ref) ?? ''}`);
  const refs = built
    .filter(({ ref, commit }) => there.get(ref) !== commit)
    .map(({ ref }) => `+${ref}:${ref}`);
  if (tag !== undefined) refs.push(`${tag}:${tag}`);
  if (refs.length > 0) {
    const answer = askGit(place.root, ['push', '--quiet', '--atomic', ...leases, remote, ...refs]);
    if (answer.status !== 0) throw new Refusal(`git would not publish them:\n${answer.stderr.trim()}`);
  }
  say(`  Published to ${remote}: ${refs.length === 0 ? 'nothing had changed' : `${refs.length} refs`}.`);
}

function readRemote(place: Place, remote: string, built: readonly StageBranch[]): Map<string, string> {
  const answer = askGit(place.root, ['ls-remote', '--', remote, ...built.map(({ ref }) => ref)]);
  if (answer.status !== 0) throw new Refusal(`git cannot read ${remote}: ${answer.stderr.trim()}`);
  const lines = answer.stdout.split('\n').filter((line) => line !== '');
  const there = new Map(lines.map((line) => [line.split('\t')[1] ?? '', line.split('\t')[0] ?? '']));
  for (const [ref, commit] of there) {
    // An old one of ours may be unknown here: it is fetched, by its name, to be looked at.
    if (askGit(place.root, ['cat-file', '-e', `${commit}^{commit}`]).status !== 0)
      git(place.root, ['fetch', '--quiet', '--no-tags', '--depth=1', remote, ref]);
    if (!isBuilt(place, commit))
      throw new Refusal(`${ref} on ${remote} is somebody's own work, so nothing was published.`);
  }
  return there;
}
