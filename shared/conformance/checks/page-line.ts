import type { Route } from 'playwright-core';
import type { Visit } from '../src/visit.ts';

/** The line between the page and the server, for what changes something there. */
export interface Line {
  /** What was held back goes on to the server, and so does what follows. */
  letGo(): void;
  /** What was held back never arrives, and neither does what follows. */
  cut(): void;
}

const READING = ['GET', 'HEAD', 'OPTIONS'];

/** Holds back what the page sends to change something while `act` goes on; afterwards the line is as it was. */
export async function holdChanges(visit: Visit, act: (line: Line) => Promise<void>): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<'go' | 'cut'>();
  const hold = async (route: Route): Promise<void> => {
    if (READING.includes(route.request().method())) return route.fallback();
    await ((await promise) === 'go' ? route.continue() : route.abort()).catch(notWaitedFor);
  };
  visit.tell('hold back what the page sends to change something');
  await visit.page.route('**/*', hold);
  try {
    await act({
      letGo() {
        visit.tell('let it go to the server');
        resolve('go');
      },
      cut() {
        visit.tell('let it get lost on the way');
        resolve('cut');
      },
    });
  } finally {
    resolve('cut');
    await visit.page.unroute('**/*', hold);
  }
}

/**
 * Lets the first change reach the server at once and its answer wait, while everything else comes and goes.
 * @returns what lets that answer arrive, once another change was answered or none was sent for a while
 */
export async function delayFirstAnswer(
  visit: Visit,
  act: (arrive: () => Promise<void>) => Promise<void>,
): Promise<void> {
  const first = Promise.withResolvers<void>();
  const another = Promise.withResolvers<void>();
  let count = 0;
  const delay = async (route: Route): Promise<void> => {
    if (READING.includes(route.request().method())) return route.fallback();
    count += 1;
    const isFirst = count === 1;
    try {
      const response = await route.fetch();
      if (isFirst) await first.promise;
      await route.fulfill({ response });
    } catch {
      return notWaitedFor();
    }
    if (!isFirst) another.resolve();
  };
  visit.tell('let the answer to the next change come late');
  await visit.page.route('**/*', delay);
  try {
    await act(async () => {
      const late = setTimeout(another.resolve, 700);
      await another.promise;
      clearTimeout(late);
      visit.tell('let it come now');
      first.resolve();
    });
  } finally {
    first.resolve();
    await visit.page.unroute('**/*', delay);
  }
}

// A check that has failed leaves, and the window forgets what was on its way.
function notWaitedFor(): void {}
