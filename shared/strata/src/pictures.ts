// Takes the pictures that the stages' READMEs show, with the demonstration data: `npm run pictures -w shared/strata`.
// Name stages to take theirs alone: `npm run pictures -w shared/strata -- 04a 07`.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { Browser } from '@strata/conformance/browser';
import { freePort } from '@strata/conformance/server';
import { currentPlace } from './place.ts';
import { readStages, type Stage } from './stages.ts';

const SIZE = { width: 960, height: 600 };

interface Picture {
  readonly name: string;
  readonly path: string;
  readonly colorScheme: 'light' | 'dark';
}

function picturesOf(stage: Stage): Picture[] {
  const dark = stage.manifest.capabilities.includes('style') ? 'dark' : 'light';
  const [tasks, leads] = stage.manifest.capabilities.includes('pages')
    ? ['/tasks?view=board', '/leads?view=board']
    : ['/#tasks', '/#leads'];
  return [
    { name: `${stage.manifest.number}-tasks`, path: tasks, colorScheme: 'light' },
    { name: `${stage.manifest.number}-leads`, path: leads, colorScheme: dark },
  ];
}

async function takePictures(root: string, stage: Stage, browser: Browser): Promise<void> {
  const port = await freePort();
  const server = spawn(path.join(root, 'strata'), ['serve', stage.manifest.number, '--demo'], {
    env: { ...process.env, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    await untilSaid(server.stdout, 'Ctrl-C');
    for (const picture of picturesOf(stage)) {
      const context = await browser.openContext({
        viewport: SIZE,
        colorScheme: picture.colorScheme,
        reducedMotion: 'reduce',
      });
      const page = await context.newPage();
      await page.goto(`http://127.0.0.1:${port}${picture.path}`, { waitUntil: 'networkidle' });
      await page.screenshot({ path: path.join(root, 'docs', 'pictures', `${picture.name}.png`) });
      await context.close();
      console.log(`docs/pictures/${picture.name}.png`);
    }
  } finally {
    server.kill('SIGTERM');
    if (server.exitCode === null) await once(server, 'exit');
  }
}

async function untilSaid(stream: NodeJS.ReadableStream, words: string): Promise<void> {
  for await (const line of createInterface({ input: stream })) if (line.includes(words)) return;
  throw new Error(`the server ended before it said "${words}"`);
}

const place = currentPlace();
const wanted = process.argv.slice(2);
const browser = new Browser((line) => console.log(line));
try {
  for (const stage of readStages(place).filter(({ manifest }) => manifest.capabilities.includes('page'))) {
    if (wanted.length === 0 || wanted.includes(stage.manifest.number))
      await takePictures(place.root, stage, browser);
  }
} finally {
  await browser.close();
}
