import type { Check, Tracker } from '../src/check.ts';
import type { Visit } from '../src/visit.ts';
import { give, settle } from './page-steps.ts';

// Three quarters of an hour beside the full one: hours and minutes both tell it from UTC.
const ZONE = 'Asia/Kathmandu';

/** When something was made, as its reader's clock says. */
export const pagesTimeChecks: readonly Check[] = [
  {
    id: 'pages.times-local',
    since: '07',
    capability: 'pages',
    title: 'the page of a task says when it was made, in the zone of its reader',
    why: 'Nobody lives in UTC. "17:30" that was half past twelve is a wrong time, and nothing on the page says so.',
    hints: [
      'The server draws the page. Does it know what time it is where the reader is?',
      'Look at where a time becomes text: on the server, in the browser, or in both, and with which zone?',
      "In a client component: useSyncExternalStore(subscribe, inTheReadersZone, inUtc). The first drawing is the server's, the next one the reader's: no mismatch.",
    ],
    async run(tracker) {
      const { path, made } = await giveTask(tracker);
      const visit = await tracker.page({ path: '/tasks' });
      await inZone(visit, ZONE, async () => {
        await visit.open(new URL(path, visit.page.url()).href, `, in the time zone ${ZONE}`);
        await expectTime(visit, made, ZONE);
        await settle(visit);
        const [error] = visit.errors;
        if (error !== undefined) throw visit.fail('no error in the console', error);
      });
    },
  },
  {
    id: 'pages.times-utc',
    since: '07',
    capability: 'pages',
    title: 'with scripts off the times are in UTC, and say so',
    why: "The server does not know the reader's zone. What it can do is to say which one it means.",
    hints: [
      'Without scripts nobody can ask the browser for its zone. Which one do your times have then?',
      'Look at the HTML of the page of a task: is there a zone beside the time?',
      "Format with timeZone: 'UTC' on the server, and write UTC behind it.",
    ],
    async run(tracker) {
      const { path, made } = await giveTask(tracker);
      const visit = await tracker.page({ path, javaScriptEnabled: false });
      await expectTime(visit, made, 'UTC');
      const text = (await visit.page.locator('main').allInnerTexts()).join(' ');
      if (!/\b(UTC|GMT|Z)\b/.test(text)) throw visit.fail('UTC beside the time', `no zone: ${text}`);
    },
  },
];

async function giveTask(tracker: Tracker): Promise<{ path: string; made: Date }> {
  const id = await give(tracker, '/tasks', { title: `task ${tracker.random.token()}` });
  const answer = await tracker.request('GET', `/tasks/${id}`);
  const made = /"createdAt": ?"([^"]+)"/.exec(answer.text)?.[1];
  if (made === undefined) throw answer.fail('createdAt');
  return { path: `/tasks/${id}`, made: new Date(made) };
}

async function inZone(visit: Visit, timezoneId: string, act: () => Promise<void>): Promise<void> {
  const browser = await visit.page.context().newCDPSession(visit.page);
  await browser.send('Emulation.setTimezoneOverride', { timezoneId });
  try {
    await act();
  } finally {
    await browser.send('Emulation.setTimezoneOverride', { timezoneId: '' });
    await browser.detach();
  }
}

// 17:05, 05:05, 5:05 PM: every way of writing hours and minutes passes.
async function expectTime(visit: Visit, at: Date, timeZone: string): Promise<void> {
  const [hour = '', minute = ''] = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone })
    .format(at)
    .split(':');
  const hours = [hour, String(Number(hour)), String(Number(hour) % 12 || 12)].join('|');
  const time = new RegExp(`(?<!\\d)0?(?:${hours})[:.h]${minute}(?!\\d)`);
  const main = visit.page.locator('main');
  await visit.until(
    `the time ${hour}:${minute}, which it was in ${timeZone}`,
    async () => time.test((await main.allInnerTexts()).join(' ')),
    async () =>
      `a page that says: ${(await main.allInnerTexts()).join(' ').replace(/\s+/g, ' ').slice(0, 300)}`,
  );
}
