import { chmodSync, lchownSync, lstatSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** Who runs the server. Postgres refuses to be root, so that root lends it another account. */
export interface Account {
  /** Set only where it is another one than our own. */
  readonly ids: { readonly uid: number; readonly gid: number } | undefined;
  /** A folder for what must lie outside the repository so that the account can reach it. */
  readonly home: string;
  /** Whether the account gets to a file or folder, as far as the modes of what is above it say. */
  canReach(path: string): boolean;
  /** Gives a folder with all that is in it to the account. */
  own(folder: string): void;
  /** Lets everybody read a folder with all that is in it. */
  open(folder: string): void;
}

// Accounts without rights that systems have from the start.
const NAMES = ['postgres', 'nobody'];

/**
 * The account that runs servers here: our own, or, for root, postgres or nobody.
 * @throws Error of one sentence when root has nobody to lend
 */
export function chooseAccount(): Account {
  if (process.getuid?.() !== 0)
    return { ids: undefined, home: '', canReach: () => true, own: () => {}, open: () => {} };
  const ids = findIds();
  const home = '/var/lib/strata';
  mkdirSync(home, { recursive: true });
  chmodSync(home, 0o755);
  return {
    ids,
    home,
    canReach: isOpen,
    // macOS writes -2 for nobody: a process takes it so, a file as the number without a sign.
    own: (folder) => walk(folder, (path) => lchownSync(path, ids.uid >>> 0, ids.gid >>> 0)),
    open: (folder) => walk(folder, openOne),
  };
}

function findIds(): { uid: number; gid: number } {
  const accounts = readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const name of NAMES) {
    const [, , uid, gid] = accounts.find((line) => line.startsWith(`${name}:`))?.split(':') ?? [];
    if (uid !== undefined && gid !== undefined) return { uid: Number(uid) | 0, gid: Number(gid) | 0 };
  }
  throw new Error(
    `Postgres refuses to run as root, and there is no account ${NAMES.join(' or ')}: work as another user, or set DATABASE_URL.`,
  );
}

function isOpen(path: string): boolean {
  if ((statSync(path).mode & 0o005) !== 0o005) return false;
  for (let folder = dirname(resolve(path)); ; folder = dirname(folder)) {
    if ((statSync(folder).mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

function openOne(path: string): void {
  const { mode } = lstatSync(path);
  if (lstatSync(path).isSymbolicLink()) return;
  const run = (mode & 0o100) === 0 ? 0 : 0o011;
  chmodSync(path, (mode & 0o7777) | 0o044 | run);
}

function walk(path: string, visit: (path: string) => void): void {
  visit(path);
  if (!lstatSync(path).isDirectory()) return;
  for (const name of readdirSync(path)) walk(join(path, name), visit);
}
