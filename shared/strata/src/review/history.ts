import { askGit, git } from '../git.ts';
import type { Place } from '../place.ts';
import type { Commit } from './document.ts';
import { MARK, PLAIN, readHistory, readNumbers, sum, unquotePath } from './trees.ts';

const CONVENTIONAL = /^(feat|fix|docs|style|refactor|perf|test|build|ci|chore|revert)(\([^()\s]+\))?!?: \S/;
const PARTED = '\u001f';

/**
 * The learner's commits, oldest first: those that touch my/, merges left out.
 * @param place where the companion works
 * @param commit the last of them
 * @param base where they begin; undefined for all there are
 * @returns each with the size of its change
 */
export function listCommits(place: Place, commit: string, base: string | undefined): Commit[] {
  return entriesOf(place, commit, base, ['--numstat', '--format=%x01%H%x1f%s', '--', 'my']).map(
    ([head, lines]) => {
      const [id = '', ...subject] = head.split(PARTED);
      const text = subject.join(' ');
      return { id, subject: text, conventional: CONVENTIONAL.test(text), ...sum(lines.flatMap(readNumbers)) };
    },
  );
}

/**
 * The files outside of my/ that people changed who also changed my/: a learner's fork is for their own folder.
 * @param place where the companion works
 * @param commit the last commit
 * @param base where the stage began; undefined for all commits there are
 * @returns paths and the commits that changed them, sorted
 */
export function changedOutside(
  place: Place,
  commit: string,
  base: string | undefined,
): { readonly commits: string[]; readonly files: string[] } {
  const authors = new Set(
    entriesOf(place, commit, base, ['--format=%x01%H%x1f%ae', '--', 'my']).map(
      ([head]) => head.split(PARTED)[1],
    ),
  );
  const others = [
    '--name-only',
    '--format=%x01%H%x1f%ae',
    '--',
    ':(exclude)my',
    ':(exclude)package-lock.json',
  ];
  // Without a beginning, what is older than the first of the learner's commits is not theirs.
  const since = base ?? parentOfFirst(place, commit);
  const found = since === undefined ? [] : entriesOf(place, commit, since, others);
  const theirs = found.filter(([head]) => authors.has(head.split(PARTED)[1]));
  return {
    commits: theirs.map(([head]) => head.split(PARTED)[0] ?? ''),
    files: [...new Set(theirs.flatMap(([, files]) => files.map(unquotePath)))].sort(),
  };
}

/**
 * Where the learner's commits begin.
 * @param place where the companion works
 * @param commit the last of them
 * @returns the commit before the first that touches my/; undefined when there is none
 */
export function parentOfFirst(place: Place, commit: string): string | undefined {
  const first = git(place.root, ['rev-list', '--topo-order', commit, '--', 'my']).split('\n').at(-1) ?? '';
  const answer = askGit(place.root, ['rev-parse', '--verify', '--quiet', `${first}^`]);
  return answer.status === 0 ? answer.stdout.trim() : undefined;
}

function entriesOf(
  place: Place,
  commit: string,
  base: string | undefined,
  args: string[],
): [string, string[]][] {
  const range = base === undefined ? [commit] : [commit, `^${base}`];
  const log = ['log', '--no-merges', '--topo-order', '--reverse', ...PLAIN, ...range, ...args];
  const parts = readHistory(place, log)
    .split(new RegExp(`^${MARK}`, 'm'))
    .slice(1);
  return parts.map((part) => {
    const [head = '', ...lines] = part.split('\n');
    return [head, lines.filter((line) => line !== '')];
  });
}
