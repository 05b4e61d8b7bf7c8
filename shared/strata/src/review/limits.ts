import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Processes } from '@strata/conformance/process';
import type { Place } from '../place.ts';

/** How a limited program ended. */
export interface Limited {
  /** Null when a signal ended it, or when it could not be started. */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** It was still running when its time was over. */
  readonly late: boolean;
}

/** What is run, and what it may use. */
export interface Limits {
  readonly cwd: string;
  readonly seconds: number;
  /** All it finds in its environment beside PATH, HOME and what is the same for everybody. */
  readonly env?: Readonly<Record<string, string>>;
}

// A process: 2 GB of data, files of 1 GB, ten minutes of one core, no core dump. What a shell does not know is left
// out. The environment is empty but for what is named, so that no token of the reviewer's reaches a stranger's code.
const SCRIPT = `
ulimit -c 0 2>/dev/null; ulimit -f 2097152 2>/dev/null; ulimit -d 2097152 2>/dev/null; ulimit -t 600 2>/dev/null
exec env -i PATH="$PATH" STRATA_RUN="$STRATA_RUN" LANG=C.UTF-8 LC_ALL=C.UTF-8 TZ=UTC CI=1 NO_COLOR=1 \\
  NEXT_TELEMETRY_DISABLED=1 npm_config_update_notifier=false npm_config_audit=false npm_config_fund=false "$@"
`;

/**
 * Runs a program of somebody else's under limits of time, memory and environment; nothing of it is left afterwards. It
 * is no prison: what a file's owner may read, the program may read.
 * @param place where the companion works
 * @param words the command, never through a shell
 * @param limits see Limits
 * @returns how it ended
 */
export async function runLimited(place: Place, words: readonly string[], limits: Limits): Promise<Limited> {
  const { cwd, seconds, env = {} } = limits;
  const processes = new Processes(place.root);
  // Outside of the repository: Next.js, for one, takes no folder for a project's root that holds a home.
  const home = mkdtempSync(path.join(realpathSync(tmpdir()), 'strata-home-'));
  try {
    const child = processes.start(withLimits(words, home, env), { cwd });
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      child.kill();
    }, seconds * 1000);
    const ended = await child.exited.catch(() => undefined).finally(() => clearTimeout(timer));
    return { status: ended?.status ?? null, stdout: child.stdout.text, stderr: child.stderr.text, late };
  } finally {
    await processes.close();
    rmSync(home, { recursive: true, force: true, maxRetries: 3 });
  }
}

function withLimits(
  words: readonly string[],
  home: string,
  env: Readonly<Record<string, string>>,
): readonly string[] {
  if (process.platform === 'win32') return words;
  const temporary = path.join(home, 'tmp');
  mkdirSync(temporary);
  // A database that root starts runs under another account, which has to get there.
  chmodSync(home, 0o711);
  chmodSync(temporary, 0o1777);
  const given = { HOME: home, TMPDIR: temporary, NODE_COMPILE_CACHE: path.join(home, 'compiled'), ...env };
  const settings = Object.entries(given).map(([name, value]) => `${name}=${value}`);
  return ['/bin/sh', '-c', SCRIPT, 'strata-review', ...settings, ...words];
}
