/// <reference lib="dom" />
import type { PNG } from 'pngjs';
import { PATIENCE, type Visit } from '../../conformance/src/visit.ts';
import { findUnmet, readSelectors } from './dead-rules.ts';
import { literalDistances } from './distances.ts';
import { fill, goToFilled } from './filled.ts';
import type { Lab } from './lab.ts';
import { takePicture } from './screen.ts';
import { readDeclarations, readStylesheets, tally } from './stylesheet.ts';
import type { Subject } from './subject.ts';

/** What the stylesheets of a page hold, and what the page looks like with them. */
export interface Looks {
  readonly declarations: number;
  /** Declarations that stand there for the second time or more. */
  readonly repeated: number;
  readonly rules: number;
  /** Selectors that nothing on the page met, in any state that it was brought into. */
  readonly unmet: readonly string[];
  /** Distances that are not on the scale, one entry for each time. */
  readonly distances: readonly string[];
  /** Lists of classes that stand in the page for the second time or more. */
  readonly repeatedClasses: number;
  readonly pictures: readonly PNG[];
}

/**
 * Fills a tracker, brings its page into every state that looks different, and reads its stylesheets.
 * @param widths what pictures are taken at, in pixels
 * @throws Unmeasured when the page does not play its part
 */
export async function readLooks(lab: Lab, subject: Subject, widths: readonly number[]): Promise<Looks> {
  const server = await subject.server();
  return subject.attempt(async () => {
    const visit = await lab.visit(server, { colorScheme: 'light', reducedMotion: 'reduce' });
    const selectors = await readSelectors(visit);
    let unmet: readonly string[] = selectors;
    await visit.until('a word about the empty list', async () => {
      unmet = await findUnmet(visit, unmet);
      return (await visit.page.getByRole('status').first().textContent()) !== '';
    });
    await fill(server);
    const pictures: PNG[] = [];
    for (const view of ['Tasks', 'Leads'] as const) {
      await goToFilled(visit, view);
      unmet = await findUnmet(visit, unmet);
      pictures.push(...(await takePictures(visit, widths)));
      await refuse(visit, view);
      unmet = await findUnmet(visit, unmet);
    }
    const declarations = readDeclarations(await readStylesheets(visit));
    const looks = {
      declarations: declarations.length,
      repeated: countRepeated(declarations.map(({ text }) => text)),
      rules: selectors.length,
      unmet,
      distances: literalDistances(declarations),
      repeatedClasses: await countClasses(visit),
      pictures,
    };
    await server.stop();
    return looks;
  });
}

async function takePictures(visit: Visit, widths: readonly number[]): Promise<PNG[]> {
  const pictures: PNG[] = [];
  await visit.page.mouse.move(0, 0);
  for (const width of widths) {
    await visit.page.setViewportSize({ width, height: 800 });
    pictures.push(await takePicture(visit));
  }
  return pictures;
}

/** Sends an empty form, so that the refusal is on the page. */
async function refuse(visit: Visit, view: 'Tasks' | 'Leads'): Promise<void> {
  await visit.press(view === 'Tasks' ? 'Add task' : 'Add lead');
  await visit.page
    .getByRole('alert')
    .first()
    .waitFor({ timeout: PATIENCE })
    .catch(async () => {
      throw await visit.refute('an alert for an empty form', 'button');
    });
}

/** How often a list of several classes stands in the file of the page, apart from its first time. */
async function countClasses({ page }: Visit): Promise<number> {
  const html = await (await page.request.get(page.url())).text();
  const lists = [...html.matchAll(/\bclass="([^"]* [^"]*)"/g)].map(([, list = '']) => list);
  return countRepeated(lists);
}

function countRepeated(texts: readonly string[]): number {
  return tally(texts).reduce((sum, [, count]) => sum + count - 1, 0);
}
