/// <reference lib="dom" />
import type { ConsoleMessage, Cookie, Locator, Page, Request } from 'playwright-core';
import { pause } from './child.ts';
import { Failure, type FailureFacts } from './failure.ts';
import { shorten } from './output.ts';
import { Pace, type Point } from './pace.ts';
import { listRoles } from './page-roles.ts';
import type { Story } from './story.ts';
import type { WindowOptions, Windows } from './windows.ts';

/** The roles by which things on the page are found. */
export type Role = 'button' | 'textbox' | 'combobox' | 'link' | 'tab' | 'heading' | 'listitem';

/** How a page is visited. */
export interface VisitOptions extends WindowOptions {
  /** The path to open; `/` when left out. */
  readonly path?: string;
  /** In a second tab of this visit's window, sharing its storage. */
  readonly beside?: Visit;
  /** `false`: as somebody who has not signed in, where people do. */
  readonly signedIn?: false;
}

/** How long a person waits for something to happen on the page, in milliseconds. */
export const PATIENCE = 3000;
const OPENING = 10_000;

/** Somebody who looks at the page, does things by role and name, and remembers what they did. */
export class Visit {
  readonly page: Page;
  /** What the browser's console showed as errors, and what the page's scripts threw. */
  readonly errors: string[] = [];
  /** Requests that went elsewhere than to the tracker. */
  readonly foreign: string[] = [];
  readonly #story: Story;
  readonly #steps: string[] = [];
  readonly #pace = new Pace();

  constructor(page: Page, story: Story) {
    this.page = page;
    this.#story = story;
    page.on('pageerror', this.#onError);
    page.on('console', this.#onConsole);
    page.on('request', this.#onRequest);
  }

  /** No longer listens: the window goes to somebody else. */
  leave(): void {
    this.page.off('pageerror', this.#onError);
    this.page.off('console', this.#onConsole);
    this.page.off('request', this.#onRequest);
  }

  readonly #onError = (error: Error): void => {
    this.errors.push(error.message);
  };

  readonly #onConsole = (message: ConsoleMessage): void => {
    const asked = message.location().url.endsWith('/favicon.ico'); // by the browser itself, not by the page
    if (message.type() === 'error' && !asked) this.errors.push(describeMessage(message));
  };

  readonly #onRequest = (request: Request): void => {
    const { protocol, hostname } = new URL(request.url());
    if (/^(https?|wss?):$/.test(protocol) && !['127.0.0.1', 'localhost'].includes(hostname))
      this.foreign.push(request.url());
  };

  /** Remembers a step, in words, for the explanation of a failure. */
  tell(step: string): void {
    this.#steps.push(step);
    this.#story.tellAtPage(step);
  }

  /** What a role and its exact name lead to. */
  find(role: Role, name: string): Locator {
    return this.page.getByRole(role, { name, exact: true }).first();
  }

  /** Types into a textbox, replacing what is there; `words` tells of a text that is too long to show. */
  async type(name: string, text: string, words = `"${shorten(text, 60)}"`): Promise<void> {
    this.tell(`type ${words} into the textbox ${name}`);
    await this.#act('textbox', name, (textbox) => textbox.fill(text, { timeout: PATIENCE }));
    this.#pace.forget();
  }

  /** Presses a button; half a second after the last press where that was at the same place. */
  async press(name: string): Promise<void> {
    this.tell(`press the button "${shorten(name, 80)}"`);
    await this.#act('button', name, (button) => this.pressOn(button));
  }

  /** The same with anything that can be found; nothing is told. Gives the place. */
  async pressOn(target: Locator): Promise<Point> {
    const place = await target.evaluate(placeOf, undefined, { timeout: PATIENCE });
    await this.#pace.before(place);
    await target.click({ timeout: PATIENCE });
    this.#pace.after();
    return place;
  }

  /** Presses a key, or several with + between them; the same key as before half a second after it. */
  async key(name: string): Promise<void> {
    this.tell(`press the key ${name}`);
    await this.#pace.before(name);
    await this.page.keyboard.press(name);
    this.#pace.after();
  }

  /** Loads the page again. Throws a Failure when it does not come. */
  async reload(): Promise<void> {
    this.tell('reload the page');
    await this.page.reload({ timeout: OPENING }).catch((error: unknown) => this.#unopened(error));
  }

  /** Opens an address of the tracker's page. Throws a Failure when it does not come. */
  async open(address: string, how = ''): Promise<void> {
    const { pathname, search, hash } = new URL(address);
    this.tell(`open http://localhost:3000${pathname}${search}${hash} in a browser${how}`);
    await this.page.goto(address, { timeout: OPENING }).catch((error: unknown) => this.#unopened(error));
  }

  /** Waits until something with this role and name can be seen. Throws a Failure when it does not come in time. */
  async sees(role: Role, name: string): Promise<Locator> {
    const found = this.find(role, name);
    await found.waitFor({ timeout: PATIENCE }).catch(async () => {
      throw await this.refute(`the ${role} "${name}"`, role);
    });
    return found;
  }

  /** Waits until nothing with this role and name can be seen. Throws a Failure when it stays. */
  async lacks(role: Role, name: string, expected = `no ${role} "${name}" any more`): Promise<void> {
    await this.find(role, name)
      .waitFor({ state: 'hidden', timeout: PATIENCE })
      .catch(async () => {
        throw await this.refute(expected, role);
      });
  }

  /**
   * Waits until it holds. Throws a Failure when it does not in time: `came` says what was there instead, else the
   * roles and names on the page do.
   */
  async until(
    expected: string,
    holds: () => Promise<boolean>,
    came?: () => string | Promise<string>,
  ): Promise<void> {
    const deadline = Date.now() + PATIENCE;
    for (let wait = 5; !(await holds().catch(whileLoading)); wait = Math.min(wait * 2, 100)) {
      if (Date.now() > deadline) throw came ? this.fail(expected, await came()) : await this.refute(expected);
      await pause(wait);
    }
  }

  /** The failure that says what was expected, and what came instead. */
  fail(expected: string, came: string): Failure {
    const errors = [...new Set(this.errors)].filter((error) => !came.includes(error)).slice(0, 2);
    const lines = errors.map((error) => `in the console: ${shorten(error, 160)}`);
    const facts: FailureFacts = { expected, came: [came, ...lines].join('\n') };
    if (this.#steps.length > 0) facts.sent = this.#steps.join('\n');
    const again = this.#story.retell();
    if (again !== undefined) facts.again = again.join('\n');
    return new Failure(facts);
  }

  /** The failure that says what was expected and lists what is on the page, things of `role` first. */
  async refute(expected: string, role?: Role): Promise<Failure> {
    const lines = await listRoles(this.page, role);
    const there = lines.length === 0 ? ['a page with nothing on it'] : ['on the page:', ...indent(lines)];
    return this.fail(expected, there.join('\n'));
  }

  async #act(role: Role, name: string, act: (target: Locator) => Promise<unknown>): Promise<void> {
    const target = this.find(role, name);
    try {
      await act(target);
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'TimeoutError') throw error;
      const there = await target.count();
      if (there === 0) throw await this.refute(`the ${role} "${name}"`, role);
      throw this.fail(`the ${role} "${name}", ready to be used`, obstacle(error.message));
    }
  }

  #unopened(error: unknown): never {
    const reason = /net::(\w+)|Timeout/.exec(String(error))?.[0] ?? String(error);
    throw this.fail('a page', `the browser could not open it: ${reason}`);
  }
}

/**
 * Opens the tracker's page as it is served on a port, with the cookies of whoever has signed in. Throws a Failure when
 * it does not open.
 */
export async function openVisit(
  windows: Windows,
  port: number,
  story: Story,
  options: VisitOptions = {},
  cookies: readonly Cookie[] = [],
): Promise<Visit> {
  const { path = '/', beside } = options;
  const page = await (beside === undefined ? windows.take(options) : beside.page.context().newPage());
  page.context().setDefaultTimeout(PATIENCE);
  if (cookies.length > 0 && beside === undefined) await page.context().addCookies(cookies);
  const visit = new Visit(page, story);
  const who = cookies.length > 0 ? ', signed in as ana@example.com' : '';
  await visit.open(`http://127.0.0.1:${port}${path}`, `${describe(options)}${who}`);
  return visit;
}

function describe({ viewport, colorScheme, reducedMotion, javaScriptEnabled, beside }: VisitOptions): string {
  return [
    beside && ', in a second tab',
    viewport && `, ${viewport.width} pixels wide`,
    colorScheme && `, with the ${colorScheme} colour scheme`,
    reducedMotion && ', with reduced motion',
    javaScriptEnabled === false && ', with JavaScript switched off',
  ]
    .filter((part) => typeof part === 'string')
    .join('');
}

// Which file did not come is not in the text of the message.
function describeMessage(message: ConsoleMessage): string {
  const { url } = message.location();
  const failed = /^Failed to load resource/.test(message.text()) && URL.canParse(url);
  if (!failed) return message.text();
  const { hostname, pathname } = new URL(url);
  return `${/^(127\.0\.0\.1|localhost)$/.test(hostname) ? '' : hostname}${pathname}: ${message.text()}`;
}

// Where a press will land, once it is in sight.
function placeOf(element: Element): Point {
  element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  const { x, y, width, height } = element.getBoundingClientRect();
  return { x: x + width / 2, y: y + height / 2 };
}

// The page moved on while it was looked at: look again.
function whileLoading(error: unknown): boolean {
  if (/context was destroyed|navigat|detached|Timeout/i.test(String(error))) return false;
  throw error;
}

// What Playwright waited for, without its own words: the last line of its log that names a reason.
function obstacle(log: string): string {
  const reasons = log.match(
    /(?:<.*> )?(?:intercepts pointer events|element is not \w+|element was detached.*)/g,
  );
  return `it is there, but ${reasons?.at(-1) ?? 'it could not be used within 3 s'}`;
}

function indent(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}
