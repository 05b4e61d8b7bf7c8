import { git } from './git.ts';
import { paint, say } from './terminal.ts';

// Whatever a person's own git settings say about colours, pagers and prefixes.
const SETTINGS = [
  'core.quotePath=false',
  'diff.noprefix=false',
  'diff.mnemonicPrefix=false',
  'color.diff.meta=bold',
];

/**
 * Prints the difference of two git trees, coloured in a terminal: a summary, then the patch.
 * @param gitDirectory the repository that knows both
 * @param trees the two trees, old and new
 * @param env further environment for git
 * @throws Refusal when git fails
 */
export function showDiff(
  gitDirectory: string,
  trees: readonly string[],
  env: Record<string, string> = {},
): void {
  const colour = paint('red', '') === '' ? 'never' : 'always';
  const how = [`--color=${colour}`, '--find-renames=40%', '--no-ext-diff', '--stat=100', '--patch'];
  const settings = SETTINGS.flatMap((setting) => ['-c', setting]);
  const args = [...settings, 'diff', ...how, ...trees];
  const difference = git(gitDirectory, args, { ...env, GIT_DIR: gitDirectory });
  if (difference === '') say('Nothing differs.');
  else process.stdout.write(`${difference}\n`);
}
