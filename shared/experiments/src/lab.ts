import path from 'node:path';
import { Browser } from '../../conformance/src/browser.ts';
import { Databases } from '../../conformance/src/databases.ts';
import { shorten } from '../../conformance/src/output.ts';
import { Processes } from '../../conformance/src/process.ts';
import type { Instance } from '../../conformance/src/server.ts';
import { Story } from '../../conformance/src/story.ts';
import { openVisit, type Visit, type VisitOptions } from '../../conformance/src/visit.ts';
import { Windows } from '../../conformance/src/windows.ts';
import { ROOT } from './repository.ts';
import { Subject } from './subject.ts';

const LONGEST = 20;

/** Starts trackers for one experiment and answers for all of them: after `close` none runs and no file is left. */
export class Lab {
  /** The learner's tracker, when the experiment is about it. */
  readonly mine: Subject | undefined;
  readonly #processes = new Processes(ROOT);
  readonly #databases = new Databases(true);
  #browser: Browser | undefined;

  /** `mine`: the folder of the learner's tracker, absolute. */
  constructor(mine?: string) {
    if (mine !== undefined) this.mine = this.#subject(nameOf(mine), mine);
  }

  /** The reference of a stage, or a copy of it in another folder. */
  reference(stage: string, folder = path.join(ROOT, 'stages', stage)): Subject {
    return this.#subject(stage, folder);
  }

  /** A path inside a folder that goes with the experiment. */
  temporary(name: string): string {
    return path.join(this.#processes.folder, name);
  }

  /** The one browser of the experiment. It starts at the first call: ask early, it takes a moment. */
  browser(): Browser {
    this.#browser ??= new Browser((line) => console.error(line));
    return this.#browser;
  }

  /** Opens the page of a server in a window of its own. Throws a Failure, or a BrowserError without a browser. */
  visit(server: Instance, options: VisitOptions = {}): Promise<Visit> {
    return openVisit(new Windows(this.browser()), server.pagePort, new Story(), options);
  }

  /** Runs a command of the repository's tools to its end. */
  async run(words: readonly string[], cwd: string): Promise<{ status: number | null; stdout: string }> {
    const child = this.#processes.start(words, { cwd });
    const { status } = await child.exited;
    return { status, stdout: child.stdout.text };
  }

  /** Ends what still runs and removes what was written. */
  async close(): Promise<void> {
    await Promise.all([this.#browser?.close(), this.#processes.close()]);
    await this.#databases.close();
  }

  #subject(name: string, folder: string): Subject {
    return new Subject(name, folder, this.#processes, this.#databases);
  }
}

// Inside the repository a folder is called by its path while that is short, else by its own name.
function nameOf(folder: string): string {
  const relative = path.relative(ROOT, folder);
  const near = relative !== '' && !relative.startsWith('..') && !path.isAbsolute(relative);
  return shorten(near && relative.length <= LONGEST ? relative : path.basename(folder), LONGEST);
}
