import { spawnSync } from 'node:child_process';
import { codeOf, Refusal } from './errors.ts';
import type { Place } from './place.ts';

/** What git answered. */
export interface GitAnswer {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

const MOST = 256 * 1024 * 1024;
// A hook or an alias may have set these; the companion always means the repository it belongs to.
const FOREIGN = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_OBJECT_DIRECTORY', 'GIT_PREFIX'];

/**
 * Asks git something.
 * @param cwd the folder to ask in
 * @param args git's arguments
 * @param env further environment variables
 * @param input what git reads from its standard input
 * @returns git's answer, whatever its status
 * @throws Refusal when there is no git on this machine
 */
export function askGit(
  cwd: string,
  args: readonly string[],
  env: Record<string, string> = {},
  input = '',
): GitAnswer {
  const inherited = { ...process.env };
  for (const name of FOREIGN) delete inherited[name];
  const answer = spawnSync('git', args, {
    cwd,
    encoding: 'utf8',
    input,
    env: { ...inherited, LC_ALL: 'C', ...env },
    maxBuffer: MOST,
  });
  if (answer.error !== undefined) {
    const code = codeOf(answer.error);
    if (code === 'ENOENT') throw new Refusal('git is needed for this: https://git-scm.com');
    if (code !== 'ENOBUFS') throw new Refusal(answer.error.message);
    const most = `${MOST / 1024 / 1024} MB`;
    throw new Refusal(`git printed more than ${most}: a very large text is somewhere in the history.`);
  }
  return { status: answer.status ?? 1, stdout: answer.stdout, stderr: answer.stderr };
}

/**
 * Runs a git command that has to succeed.
 * @param cwd the folder to run it in
 * @param args git's arguments
 * @param env further environment variables
 * @param input what git reads from its standard input
 * @returns what git printed, without the line break at its end
 * @throws Refusal with git's own words when it fails
 */
export function git(
  cwd: string,
  args: readonly string[],
  env: Record<string, string> = {},
  input = '',
): string {
  const answer = askGit(cwd, args, env, input);
  if (answer.status !== 0)
    throw new Refusal(
      `git ${args.find((word) => /^[a-z]+(-[a-z]+)*$/.test(word))} failed: ${answer.stderr.trim()}`,
    );
  return answer.stdout.trimEnd();
}

/**
 * The folder of the repository's own data.
 * @param place where the companion works
 * @returns the absolute path of .git
 * @throws Refusal when the root is not a git repository
 */
export function gitFolder(place: Place): string {
  const answer = askGit(place.root, ['rev-parse', '--absolute-git-dir']);
  if (answer.status === 0) return answer.stdout.trimEnd();
  if (answer.stderr.includes('dubious ownership'))
    throw new Refusal(`git refuses this folder: ${answer.stderr.trim()}`);
  throw new Refusal(
    'Strata keeps your work in git, and this folder is not a git repository. Clone it rather than downloading it, ' +
      'or make it one: git init && git add . && git commit -m "chore: begin"',
  );
}

/**
 * The branch that is checked out.
 * @param place where the companion works
 * @returns its name, or undefined when there is none (a detached HEAD, no repository)
 */
export function currentBranch(place: Place): string | undefined {
  const answer = askGit(place.root, ['symbolic-ref', '--short', '--quiet', 'HEAD']);
  return answer.status === 0 ? answer.stdout.trimEnd() : undefined;
}
