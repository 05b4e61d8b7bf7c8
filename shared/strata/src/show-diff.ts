import { spawnSync } from 'node:child_process';
import { paint } from './terminal.ts';

/**
 * Prints the difference of two git trees, coloured in a terminal: a summary, then the patch.
 * @param gitDirectory the repository that knows both
 * @param trees the two trees, old and new
 * @param env further environment for git
 * @returns the exit status
 */
export function showDiff(
  gitDirectory: string,
  trees: readonly string[],
  env: Record<string, string> = {},
): number {
  const colour = paint('red', '') === '' ? 'never' : 'always';
  const args = [
    'diff',
    `--color=${colour}`,
    '--find-renames=40%',
    '--no-ext-diff',
    '--stat=100',
    '--patch',
    ...trees,
  ];
  const settings = [
    '-c',
    'core.quotePath=false',
    '-c',
    'diff.noprefix=false',
    '-c',
    'diff.mnemonicPrefix=false',
  ];
  const answer = spawnSync('git', [...settings, ...args], {
    env: { ...process.env, ...env, GIT_DIR: gitDirectory },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return answer.status === 0 ? 0 : 1;
}
