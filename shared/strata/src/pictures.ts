// Takes the pictures that the stages' READMEs show, with the demonstration data: `npm run pictures -w shared/strata`.
// Name stages to take theirs alone: `npm run pictures -w shared/strata -- 04a 07`.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { Browser } from '@strata/conformance/browser';
import { checks } from '@strata/conformance/registry';
import { freePort } from '@strata/conformance/server';
import { startPostgres } from '@strata/services/postgres';
import { ADMIN, registerPeople, signIn, type Viewer } from './picture-people.ts';
import { currentPlace, type Place } from './place.ts';
import { readStages, type Stage, stageBefore } from './stages.ts';
import { markChecks } from './suite.ts';

const SIZE = { width: 960, height: 600 };

interface Picture {
  readonly name: string;
  readonly path: string;
  readonly colorScheme: 'light' | 'dark';
  /** Who has signed in; nobody, or nobody has to, when it is left out. */
  readonly viewer?: Viewer;
}

function picturesOf(stage: Stage, before: Stage | undefined): Picture[] {
  const { capabilities, number } = stage.manifest;
  const dark = capabilities.includes('style') ? 'dark' : 'light';
  const [tasks, leads] = capabilities.includes('pages')
    ? ['/tasks?view=board', '/leads?view=board']
    : ['/#tasks', '/#leads'];
  const begins = (capability: string): boolean =>
    capabilities.includes(capability) && before?.manifest.capabilities.includes(capability) !== true;
  const viewer = capabilities.includes('accounts') ? { viewer: 'demonstration' as const } : {};
  const views: Picture[] = [
    { name: `${number}-tasks`, path: tasks, colorScheme: 'light', ...viewer },
    { name: `${number}-leads`, path: leads, colorScheme: dark, ...viewer },
    ...boardsOf(stage),
  ];
  const door: Picture = { name: `${number}-sign-in`, path: '/sign-in', colorScheme: 'light' };
  const people: Picture = {
    name: `${number}-admin`,
    path: '/admin?sort=-taskCount',
    colorScheme: 'light',
    viewer: 'admin',
  };
  const list: Picture = { name: `${number}-list`, path: '/tasks', colorScheme: 'light', ...viewer };
  return [
    ...views,
    ...(begins('accounts') ? [door] : []),
    ...(begins('paging') ? [list] : []),
    ...(begins('admin') ? [people] : []),
  ];
}

// Where a page learns to show its list in another way, both are shown; the pages after it show the board alone.
function boardsOf({ manifest: { number, capabilities } }: Stage): Picture[] {
  const own = markChecks(checks, number, capabilities);
  if (capabilities.includes('pages') || !own.some(({ id }) => id === 'page.board-tasks')) return [];
  return [
    { name: `${number}-board`, path: '/#tasks?view=board', colorScheme: 'light' },
    { name: `${number}-pipeline`, path: '/#leads?view=board', colorScheme: 'dark' },
  ];
}

// Where a stage changes only what is inside, there is nothing new to be seen.
function changesPage({ manifest: { touches } }: Stage): boolean {
  const files = [...touches.added, ...touches.changed, ...Object.values(touches.moved)];
  return files.some((file) => /^(web|public)\//.test(file));
}

async function takePictures(place: Place, stage: Stage, browser: Browser): Promise<void> {
  const { root } = place;
  const port = await freePort();
  // Not the database that `serve` keeps: what somebody wrote into it is not for pictures.
  const postgres = stage.manifest.capabilities.includes('database') ? await startPostgres() : undefined;
  const database = postgres && { DATABASE_URL: await postgres.createDatabase(), ...ADMIN };
  const server = spawn(path.join(root, 'strata'), ['serve', stage.manifest.number, '--demo'], {
    env: { ...process.env, ...database, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    await untilSaid(server.stdout, 'Ctrl-C');
    const address = `http://127.0.0.1:${port}`;
    for (const picture of picturesOf(stage, stageBefore(place, stage)))
      await takePicture(root, address, picture, browser);
  } finally {
    server.kill('SIGTERM');
    if (server.exitCode === null) await once(server, 'exit');
    await postgres?.stop();
  }
}

async function takePicture(root: string, address: string, picture: Picture, browser: Browser): Promise<void> {
  const { name, colorScheme, viewer } = picture;
  const context = await browser.openContext({ viewport: SIZE, colorScheme, reducedMotion: 'reduce' });
  const page = await context.newPage();
  if (viewer === 'admin') await registerPeople(page, address);
  if (viewer !== undefined) await signIn(page, address, viewer);
  await page.goto(address + picture.path, { waitUntil: 'networkidle' });
  await page.screenshot({ path: path.join(root, 'docs', 'pictures', `${name}.png`) });
  await context.close();
  console.log(`docs/pictures/${name}.png`);
}

async function untilSaid(stream: NodeJS.ReadableStream, words: string): Promise<void> {
  for await (const line of createInterface({ input: stream })) if (line.includes(words)) return;
  throw new Error(`the server ended before it said "${words}"`);
}

const place = currentPlace();
const wanted = process.argv.slice(2);
const browser = new Browser((line) => console.log(line));
try {
  const atPage = readStages(place).filter(({ manifest }) => manifest.capabilities.includes('page'));
  for (const stage of atPage.filter(changesPage)) {
    if (wanted.length === 0 || wanted.includes(stage.manifest.number))
      await takePictures(place, stage, browser);
  }
} finally {
  await browser.close();
}
