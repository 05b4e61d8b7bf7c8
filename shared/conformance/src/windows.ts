import type { BrowserContext, Page } from 'playwright-core';
import type { Browser } from './browser.ts';

/** How a window shows the page. */
export interface WindowOptions {
  readonly colorScheme?: 'light' | 'dark';
  readonly reducedMotion?: 'reduce';
  /** The window in CSS pixels; 1280 × 800 when left out. */
  readonly viewport?: { readonly width: number; readonly height: number };
  /** `false`: the browser runs no scripts. */
  readonly javaScriptEnabled?: boolean;
}

const DESKTOP = { width: 1280, height: 800 };

/**
 * The windows of one lane of checks. Opening one costs more than most checks do, so the next check gets the same
 * window again, without the storage, the settings and the tabs that the check before left in it.
 */
export class Windows {
  readonly #browser: Browser;
  readonly #kept = new Map<boolean, Page>();
  readonly #taken = new Set<Page>();

  constructor(browser: Browser) {
    this.#browser = browser;
  }

  /** Opens the window before somebody asks for it: that takes a while. Throws a BrowserError. */
  async warm(): Promise<void> {
    this.#kept.set(true, await this.#open(true));
  }

  /** An empty tab as in a browser that was never here. Throws a BrowserError when there is no browser. */
  async take({
    colorScheme = 'light',
    reducedMotion,
    viewport = DESKTOP,
    javaScriptEnabled = true,
  }: WindowOptions): Promise<Page> {
    const kept = this.#kept.get(javaScriptEnabled);
    this.#kept.delete(javaScriptEnabled);
    const page = kept ?? (await this.#open(javaScriptEnabled));
    this.#taken.add(page);
    const size = page.viewportSize();
    if (size?.width !== viewport.width || size.height !== viewport.height)
      await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme, reducedMotion: reducedMotion ?? 'no-preference' });
    return page;
  }

  /** Takes back what was taken. What a failed check leaves behind is thrown away. */
  async release(failed: boolean): Promise<void> {
    const taken = [...this.#taken];
    this.#taken.clear();
    await Promise.all(taken.map((page) => this.#takeBack(page, failed).catch(() => {})));
  }

  /** Takes one of them back before the check has ended. */
  async giveBack(page: Page): Promise<void> {
    this.#taken.delete(page);
    await this.#takeBack(page, false).catch(() => {});
  }

  async #takeBack(page: Page, failed: boolean): Promise<void> {
    const context = page.context();
    const scripts = scriptsRun.get(context) ?? true;
    if (failed || page.isClosed() || this.#kept.has(scripts)) return context.close();
    const others = context.pages().filter((other) => other !== page);
    await Promise.all([
      context.setOffline(false),
      context.clearCookies(),
      ...others.map((one) => one.close()),
    ]);
    if (scripts) await page.evaluate(forget);
    this.#kept.set(scripts, page);
  }

  async #open(javaScriptEnabled: boolean): Promise<Page> {
    try {
      const context = await this.#browser.openContext({ viewport: DESKTOP, javaScriptEnabled });
      scriptsRun.set(context, javaScriptEnabled);
      return await context.newPage();
    } catch (error) {
      await this.#browser.mustRun();
      throw error;
    }
  }
}

/** Whether a window runs scripts. */
const scriptsRun = new WeakMap<BrowserContext, boolean>();

// Everything that a page can keep in the browser.
async function forget(): Promise<void> {
  localStorage.clear();
  sessionStorage.clear();
  const [databases, caches_, workers] = await Promise.all([
    indexedDB.databases(),
    caches.keys(),
    navigator.serviceWorker.getRegistrations(),
  ]);
  for (const { name } of databases) if (name !== undefined) indexedDB.deleteDatabase(name);
  await Promise.all([
    ...caches_.map((name) => caches.delete(name)),
    ...workers.map((one) => one.unregister()),
  ]);
}
