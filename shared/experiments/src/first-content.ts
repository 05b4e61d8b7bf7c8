import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { Failure } from '../../conformance/src/failure.ts';
import { HttpClient } from '../../conformance/src/http.ts';
import type { Instance } from '../../conformance/src/server.ts';
import type { Lab } from './lab.ts';
import type { Subject } from './subject.ts';

const COUNT = 20;
const VISITS = 3;
const PATIENCE = 5000;
const TITLES = Array.from({ length: COUNT }, (_, at) => `Task number ${at + 1}`);

/** What somebody gets who asks for the page, before and without any script. */
export interface FirstContent {
  readonly titles: number;
  /** Titles in the HTML that the server answers, outside of scripts. */
  readonly inHtml: number;
  /** Titles that can be read where scripts are off. */
  readonly withoutScripts: number;
  /** What the browser fetches as scripts until the page is at rest, and the same compressed. */
  readonly scriptBytes: number;
  readonly scriptGzip: number;
  /** Milliseconds from asking to the last title on the screen, the median; undefined: it never came. */
  readonly withScriptsTime: number;
  readonly withoutScriptsTime: number | undefined;
}

/** How a tracker serves its tasks. */
export interface Served {
  readonly path: string;
  /** Its page has a server of its own. */
  readonly web: boolean;
}

/** Fills a tracker and asks for its tasks as a program, as a browser, and as a browser without scripts. */
export async function readFirstContent(lab: Lab, subject: Subject, served: Served): Promise<FirstContent> {
  const server = await subject.server({ web: served.web });
  return subject.attempt(async () => {
    for (const title of TITLES) {
      const answer = await server.request('POST', '/tasks', { json: { title } });
      if (answer.status !== 201) throw answer.fail('201');
    }
    const inHtml = await countInHtml(server, served.path);
    const address = `http://127.0.0.1:${server.pagePort}${served.path}`;
    const off = await visitWithoutScripts(lab, address);
    const on = await visitWithScripts(lab, address);
    await server.stop();
    return { titles: COUNT, inHtml, ...off, ...on };
  });
}

async function countInHtml(server: Instance, path: string): Promise<number> {
  const client = new HttpClient(server.pagePort);
  try {
    const answer = await client.request('GET', path, { headers: { Accept: 'text/html' }, limit: PATIENCE });
    if (answer.status !== 200) throw answer.fail('200 and the page');
    const html = answer.text.replace(/<script\b[\s\S]*?<\/script>/g, '');
    return TITLES.filter((title) => new RegExp(`${title}\\b`).test(html)).length;
  } finally {
    client.close();
  }
}

async function visitWithoutScripts(lab: Lab, address: string) {
  const visible = await inNewWindow(lab, false, async (page) => {
    await open(page, address, 'load');
    return Promise.all(TITLES.map((title) => titleOn(page, title).isVisible()));
  });
  const withoutScripts = visible.filter(Boolean).length;
  const times: number[] = [];
  while (withoutScripts === COUNT && times.length < VISITS)
    times.push(await inNewWindow(lab, false, (page) => timeTo(page, address)));
  return { withoutScripts, withoutScriptsTime: times.length === 0 ? undefined : median(times) };
}

async function visitWithScripts(lab: Lab, address: string) {
  const times: number[] = [];
  let scripts: Buffer[] = [];
  while (times.length < VISITS) {
    scripts = await inNewWindow(lab, true, async (page) => {
      const bodies: Promise<Buffer>[] = [];
      page.on('response', (response) => {
        if (response.request().resourceType() === 'script') bodies.push(response.body());
      });
      times.push(await timeTo(page, address));
      await page.waitForLoadState('load');
      return Promise.all(bodies);
    });
  }
  return {
    scriptBytes: scripts.reduce((sum, body) => sum + body.length, 0),
    scriptGzip: scripts.reduce((sum, body) => sum + gzipSync(body).length, 0),
    withScriptsTime: median(times),
  };
}

/** Does something in a window that has seen nothing before. */
async function inNewWindow<T>(lab: Lab, scripts: boolean, work: (page: Page) => Promise<T>): Promise<T> {
  const context = await lab.browser().openContext({ javaScriptEnabled: scripts });
  try {
    return await work(await context.newPage());
  } finally {
    await context.close();
  }
}

async function timeTo(page: Page, address: string): Promise<number> {
  const begun = performance.now();
  await open(page, address, 'commit');
  await titleOn(page, TITLES.at(-1) ?? '')
    .waitFor({ timeout: PATIENCE })
    .catch(() => {
      throw new Failure({
        expected: `the title "${TITLES.at(-1)}" on the page`,
        came: `nothing like it in ${PATIENCE / 1000} s`,
      });
    });
  return performance.now() - begun;
}

async function open(page: Page, address: string, until: 'load' | 'commit'): Promise<void> {
  await page.goto(address, { waitUntil: until, timeout: PATIENCE }).catch((error: unknown) => {
    throw new Failure({
      expected: 'a page',
      came: /net::\w+|Timeout/.exec(String(error))?.[0] ?? String(error),
    });
  });
}

function titleOn(page: Page, title: string) {
  return page.getByText(title, { exact: true }).first();
}

function median(times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b);
  return Math.round(sorted[Math.floor(sorted.length / 2)] ?? Number.NaN);
}
