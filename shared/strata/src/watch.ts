import path from 'node:path';
import { type FSWatcher, watch as watchFiles } from 'chokidar';
import { showChanges } from './changes.ts';
import { type CheckSetup, isGreen, runAndTell } from './check-run.ts';
import { hint } from './commands/hint.ts';
import { messageOf, Refusal } from './errors.ts';
import { sayNext } from './next.ts';
import { complain, interactive, paint, say } from './terminal.ts';

// Editors save in several steps (a rename, a write, a change of mode): what comes within this time is one save.
const SETTLE = 40;
// A data file that changes in so many runs in a row, each started by its last change, is written by the tracker itself.
const SELF_MADE = 3;
const DATA = /(?<!(^|[\\/])(package|stage|tsconfig))\.(json|jsonl|csv|txt|tmp|db|sqlite3?)(-\w+)?$/;
const IGNORED = /(^|[\\/])(node_modules|\.git|coverage|\.DS_Store|.*\.log|.*~|.*\.sw[px]|4913)([\\/]|$)/;

/**
 * Checks now, and again after every change in the tracker's folder, until the person stops it.
 * @param setup what to check
 * @returns 0 or 1, the last verdict, after q; 130 after Ctrl-C
 */
export async function watch(setup: CheckSetup): Promise<number> {
  const session = new WatchSession(setup);
  const watcher = await watchFolder(setup.folder, (file) => session.changed(file));
  const stopKeys = interactive ? readKeys((key) => session.pressed(key)) : () => {};
  const quit = (): void => session.quit(130);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, quit);
  try {
    return await session.run();
  } finally {
    stopKeys();
    await watcher.close();
  }
}

class WatchSession {
  readonly #setup: CheckSetup;
  readonly #selfMade = new Map<string, number>();
  #running: AbortController | undefined;
  #timer: NodeJS.Timeout | undefined;
  #status = 1;
  #ended = false;
  #again = Promise.withResolvers<void>();

  constructor(setup: CheckSetup) {
    this.#setup = setup;
  }

  /** Runs the checks whenever something changed, until it is told to quit. */
  async run(): Promise<number> {
    for (let first = true; !this.#ended; first = false) {
      this.#again = Promise.withResolvers();
      this.#running = new AbortController();
      if (!first) say(paint('dim', `\n── ${new Date().toLocaleTimeString('en-GB')} ${'─'.repeat(68)}`));
      const { signal } = this.#running;
      await this.#checkOnce(signal);
      this.#running = undefined;
      if (this.#ended || signal.aborted) continue;
      this.#selfMade.clear();
      if (interactive) say(paint('dim', '\n  watching · h hint · r rerun · d diff · q quit'));
      else say('\n  watching for changes');
      await this.#again.promise;
    }
    return this.#status;
  }

  /** A file changed: runs again, or anew when a run is under way. */
  changed(file: string): void {
    const count = this.#running === undefined || !DATA.test(file) ? 0 : (this.#selfMade.get(file) ?? 0) + 1;
    if (count > SELF_MADE) return;
    this.#selfMade.set(file, count);
    if (count === SELF_MADE) {
      const name = path.relative(this.#setup.folder, file);
      complain(`  ${name} changes in every run: your tracker writes it, so it starts no further run.`);
      return;
    }
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#rerun(), SETTLE);
  }

  /** Ends the session, and a run under way with it. */
  quit(status: number): void {
    this.#status = status;
    this.#ended = true;
    this.#rerun();
  }

  /** A key of a person at a terminal. */
  pressed(key: string): void {
    if (key === 'q') this.quit(this.#status);
    else if (key === '\u0003' || key === '\u0004') this.quit(130);
    else if (key === 'r') this.#rerun();
    else if (this.#running !== undefined) return;
    else if (key === 'h') this.#tell(() => hint(this.#setup.place, undefined));
    else if (key === 'd') this.#tell(() => showChanges(this.#setup));
  }

  #rerun(): void {
    clearTimeout(this.#timer);
    this.#running?.abort();
    this.#again.resolve();
  }

  #tell(command: () => unknown): void {
    say();
    try {
      command();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      complain(error.message);
    }
  }

  async #checkOnce(signal: AbortSignal): Promise<void> {
    try {
      const report = await runAndTell(this.#setup, signal);
      if (signal.aborted) return;
      this.#status = isGreen(report) ? 0 : 1;
      if (isGreen(report) && this.#setup.only === undefined) sayNext(this.#setup);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      complain(messageOf(error));
    }
  }
}

async function watchFolder(folder: string, changed: (file: string) => void): Promise<FSWatcher> {
  const ignored = (file: string): boolean => IGNORED.test(path.relative(folder, file));
  const watcher = watchFiles(folder, { ignored, ignoreInitial: true, atomic: false });
  watcher.on('all', (event, file) => {
    if (event !== 'addDir') changed(file);
  });
  watcher.on('error', (error) => complain(`Changes may go unnoticed: ${messageOf(error)}`));
  await new Promise<void>((resolve) => watcher.once('ready', () => resolve()));
  return watcher;
}

function readKeys(pressed: (key: string) => void): () => void {
  const { stdin } = process;
  const read = (data: Buffer): void => {
    for (const key of data.toString('utf8')) pressed(key.toLowerCase());
  };
  stdin.setRawMode(true);
  stdin.resume();
  stdin.on('data', read);
  return () => {
    stdin.off('data', read);
    stdin.setRawMode(false);
    stdin.pause();
  };
}
