import { ensureChromium } from '@strata/services/chromium';
import type { BrowserContext, BrowserContextOptions, Browser as Chromium } from 'playwright-core';

// What a browser does on its own beside showing the page; nothing but this machine is found by name.
const FLAGS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
];

/** Why no browser could be started: one sentence that says what to do. Not the tracker's doing. */
export class BrowserError extends Error {}

/** The one browser of a run: it starts at once, and whoever needs it waits for it. */
export class Browser {
  readonly #started: Promise<Chromium>;
  readonly #contexts: BrowserContext[] = [];
  readonly #lent: boolean;

  /** `from` is told in plain lines when a browser has to be installed first; or it is the browser that is lent. */
  constructor(from: ((line: string) => void) | Browser) {
    this.#lent = from instanceof Browser;
    this.#started = from instanceof Browser ? from.#started : start(from);
    this.#started.catch(() => {});
  }

  /** The same for another run, which has its windows to itself: closing it closes only those. */
  lend(): Browser {
    return new Browser(this);
  }

  /** Settles when it runs. Throws a BrowserError when there is none or it does not start. */
  async ready(): Promise<void> {
    await this.#started;
  }

  /** A window with its own storage. Throws a BrowserError. */
  async openContext(options: BrowserContextOptions): Promise<BrowserContext> {
    const context = await (await this.#started).newContext({ locale: 'en-GB', ...options });
    this.#contexts.push(context);
    return context;
  }

  /** Throws a BrowserError when it has ended by itself: whatever failed since is not the tracker's doing. */
  async mustRun(): Promise<void> {
    if ((await this.#started).isConnected()) return;
    throw new BrowserError(
      'The browser ended while it looked at the page: check once more, and if it happens again, name another one in CHROMIUM_PATH.',
    );
  }

  /** Ends it with all its windows. */
  async close(): Promise<void> {
    const browser = await this.#started.catch(() => undefined);
    if (this.#lent) await Promise.all(this.#contexts.map((context) => context.close().catch(() => {})));
    else await browser?.close().catch(() => {});
  }
}

async function start(say: (line: string) => void): Promise<Chromium> {
  const [executablePath, { chromium }] = await Promise.all([
    ensureChromium(say).catch((error: unknown) => {
      throw new BrowserError(messageOf(error));
    }),
    import('playwright-core'),
  ]);
  const root = process.getuid?.() === 0;
  const launch = (chromiumSandbox: boolean): Promise<Chromium> =>
    chromium.launch({
      executablePath,
      args: FLAGS,
      chromiumSandbox,
      handleSIGHUP: false,
      handleSIGINT: false,
      handleSIGTERM: false,
    });
  try {
    // Chromium's sandbox refuses to run as root, and in many containers for others too.
    return await launch(!root).catch((error: unknown) => {
      if (root || !/sandbox/i.test(messageOf(error))) throw error;
      return launch(false);
    });
  } catch (error) {
    const [reason = ''] = messageOf(error)
      .split('\n')
      .filter((line) => /error while loading|cannot|failed|denied/i.test(line));
    throw new BrowserError(
      `${executablePath} is there, but does not start${reason === '' ? '' : ` (${reason.trim()})`}: try "${executablePath} --version", or name another browser in CHROMIUM_PATH.`,
    );
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
