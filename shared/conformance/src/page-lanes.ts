import { availableParallelism } from 'node:os';
import type { Cookie } from 'playwright-core';
import { type CheckResult, runCheck } from './attempt.ts';
import type { Check } from './check.ts';
import { runLane } from './lanes.ts';
import { signInAtPage } from './page-sign-in.ts';
import type { Person } from './people.ts';
import { type Instance, startServer } from './server.ts';
import { createTracker, type RunContext } from './tracker.ts';
import type { Visit } from './visit.ts';
import { readingWholeLists, type Send } from './whole-list.ts';
import { Windows } from './windows.ts';

// A machine that does much else at the moment is no mistake of the tracker's.
const LONG = 10_000;
const AT_ONCE = 8;
// As many checks as are done before another tracker has started.
const FEW = 3;
// A lane keeps a browser's tab and a tracker busy: about one core. More than four need more memory than they save time.
const WIDTH = Math.min(Math.max(availableParallelism() - 1, 2), 4);

/**
 * Runs the checks that look at the page in lanes, two to four as there are cores: each check has a tracker to itself
 * that is empty at its beginning. One lane takes over the shared tracker once `idle` says that nobody needs it, the
 * others start one of their own where there is enough to do for all.
 * Throws a BrowserError when there is no browser, a StartError when a lane's own tracker does not start.
 */
export async function runPageLanes(
  checks: readonly Check[],
  run: RunContext,
  idle: Promise<void>,
  lane: { stopped(): boolean; add(result: CheckResult): void },
): Promise<void> {
  const { browser } = run;
  if (browser === undefined || checks.length === 0) return;
  const waiting = [...checks];
  const work = async (server: () => Promise<Instance>, ready: Promise<unknown>): Promise<void> => {
    const windows = new Windows(browser);
    const signedIn = new WeakMap<Instance, Promise<readonly Cookie[]>>();
    const cookies = async (): Promise<readonly Cookie[]> => {
      const instance = await server();
      const owner = await ownerOf(instance);
      if (owner === undefined) return [];
      const known = signedIn.get(instance) ?? signInAtPage(windows, instance.pagePort, owner);
      signedIn.set(instance, known);
      known.catch(() => signedIn.delete(instance)); // the next check tries again, and tells of it
      return known;
    };
    await Promise.all([ready, windows.warm()]);
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      if (lane.stopped()) return;
      const visits: Visit[] = [];
      const owner = async (): Promise<Person | undefined> => ownerOf(await server());
      const tracker = createTracker(check, run, { server, windows, owner, cookies, visits });
      const prepare = async (): Promise<void> => empty(run, await server(), await owner());
      const result = await runCheck(check, tracker, { prepare, accounts: run.program.accounts === true });
      if (result.status === 'failed') await browser.mustRun();
      lane.add(result);
      for (const visit of visits) visit.leave();
      await windows.release(result.status === 'failed');
    }
  };
  const lanes = [work(() => run.shared.server(), idle)];
  while (lanes.length < WIDTH && checks.length > FEW * lanes.length) {
    const server = startOwn(run);
    lanes.push(work(server, server()));
  }
  await Promise.all(lanes);
}

// The lane's own tracker: started at once, and anew when it has ended.
function startOwn(run: RunContext): () => Promise<Instance> {
  let own = startServer(run.program);
  return async () => {
    if ((await own).child.ended !== undefined) own = startServer(run.program);
    return own;
  };
}

const owners = new WeakMap<Instance, Promise<Person | undefined>>();

// Whose tracker the page checks have on a server: not Ana's, who may own what hundreds of other checks left.
function ownerOf(server: Instance): Promise<Person | undefined> {
  const known = owners.get(server);
  if (known !== undefined) return known;
  const made = server.accounts
    ? server.newcomer('ana', 'ana.at.her.page@example.com')
    : Promise.resolve(undefined);
  owners.set(server, made);
  return made;
}

/** Deletes everything, over the API. Throws a Failure when the tracker does not. */
async function empty({ program }: RunContext, server: Instance, owner: Person | undefined): Promise<void> {
  const mine = owner === undefined ? {} : { as: owner };
  const send: Send = (...words) => server.request(...words);
  const ask = program.paging === true ? readingWholeLists(send) : send;
  for (const path of ['/tasks', '/leads']) {
    const answer = await ask('GET', path, mine);
    const items: unknown = answer.json();
    if (!Array.isArray(items)) throw answer.fail('a list');
    const all: readonly unknown[] = items;
    await runLane(
      all,
      AT_ONCE,
      () => false,
      async (item) => {
        const id = typeof item === 'object' && item !== null && 'id' in item ? item.id : undefined;
        const gone = await server.request('DELETE', `${path}/${id}`, { limit: LONG, ...mine });
        // A page may have been left while something was still being deleted.
        if (gone.status !== 204 && gone.status !== 404) throw gone.fail('204');
      },
    );
  }
}
