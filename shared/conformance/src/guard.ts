import { type ChildProcess, spawn } from 'node:child_process';

// Reads "+ group" and "- group" lines. When the pipe closes without "=", whoever wrote them was killed:
// end what is still registered, then what carries the run's mark but left its group, then the run's folder.
const SCRIPT = `
trap '' HUP INT TERM
groups=
while read -r sign group; do
  case $sign in
    +) groups="$groups $group" ;;
    -) kept=; for one in $groups; do [ "$one" = "$group" ] || kept="$kept $one"; done; groups=$kept ;;
    =) exit 0 ;;
  esac
done
for one in $groups; do kill -9 -- "-$one" 2>/dev/null; done
for file in $(grep -al "STRATA_RUN=$1" /proc/[0-9]*/environ 2>/dev/null); do
  one=\${file#/proc/}; kill -9 "\${one%/environ}" 2>/dev/null
done
rm -rf -- "$2"
`;

/**
 * A process of its own that ends the processes of a run when the run itself is killed. POSIX only: on Windows it
 * does nothing. `folder` is removed then as well.
 */
export class Guard {
  readonly #shell: ChildProcess | undefined;

  constructor(run: string, folder: string) {
    if (process.platform === 'win32') return;
    this.#shell = spawn('/bin/sh', ['-c', SCRIPT, 'strata-guard', run, folder], {
      detached: true,
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    this.#shell.on('error', () => {});
    this.#shell.stdin?.on('error', () => {});
    this.#shell.unref();
  }

  /** The group is running from now on. */
  register(group: number): void {
    this.#shell?.stdin?.write(`+ ${group}\n`);
  }

  /** The group is gone. */
  release(group: number): void {
    this.#shell?.stdin?.write(`- ${group}\n`);
  }

  /** Everything ended as it should: the guard goes home. */
  close(): void {
    this.#shell?.stdin?.end('=\n');
  }
}
