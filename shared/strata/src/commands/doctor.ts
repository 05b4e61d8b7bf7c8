import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync, statfsSync } from 'node:fs';
import path from 'node:path';
import { ADVICE, findChromium } from '@strata/services/chromium';
import { findPostgres } from '@strata/services/postgres';
import { messageOf } from '../errors.ts';
import { askGit } from '../git.ts';
import { isObject } from '../manifest.ts';
import type { Place } from '../place.ts';
import { portIsFree } from '../port.ts';
import { readProgress } from '../progress.ts';
import { readStages } from '../stages.ts';
import { paint, say } from '../terminal.ts';

interface Finding {
  readonly what: string;
  readonly state: 'good' | 'note' | 'missing';
  readonly detail: string;
  /** What to do about it. */
  readonly advice?: string;
}

const LEAST_DISK = 500;

/**
 * Says what is missing on this machine for the stages there are, and what to do about it.
 * @param place where the companion works
 * @returns 0, or 1 when something is missing that is needed
 */
export async function doctor(place: Place): Promise<number> {
  const findings = [...programs(place), packages(place), disk(place), await port(), mine(place)];
  for (const { what, state, detail, advice } of findings) {
    const sign = { good: paint('green', '✓'), note: paint('yellow', '!'), missing: paint('red', '✗') }[state];
    say(`  ${sign} ${what.padEnd(13)} ${detail}`);
    if (advice !== undefined) say(`    ${' '.repeat(13)} ${advice}`);
  }
  const missing = findings.filter((finding) => finding.state === 'missing').length;
  say();
  say(missing === 0 ? '  Everything that the stages need is here.' : `  ${missing} missing: see above.`);
  return missing === 0 ? 0 : 1;
}

function programs(place: Place): Finding[] {
  const wanted = pinnedNode(place);
  const pinned: Finding =
    process.versions.node === wanted
      ? { what: 'pinned Node', state: 'good', detail: `${wanted}, from node_modules` }
      : {
          what: 'pinned Node',
          state: 'missing',
          detail: `this is Node ${process.versions.node}, the stages are made for ${wanted}`,
          advice: 'Start Strata with ./strata, and npm install if that does not help.',
        };
  return [
    system('node', 'Node.js', 20),
    pinned,
    system('npm', 'npm', 10),
    git(place),
    curl(),
    browser(place),
    postgres(place),
  ];
}

// What a person has installed themselves: it starts everything, before the pinned Node takes over.
function system(program: string, name: string, least: number): Finding {
  const outside = (process.env.PATH ?? '')
    .split(path.delimiter)
    .filter((folder) => !folder.includes('node_modules'));
  const answer = spawnSync(program, ['--version'], {
    encoding: 'utf8',
    env: { ...process.env, PATH: outside.join(path.delimiter) },
    shell: process.platform === 'win32',
  });
  const version = answer.status === 0 ? answer.stdout.trim().replace(/^v/, '') : undefined;
  const advice = `Install Node.js ${least} or newer, npm comes with it: https://nodejs.org`;
  if (version === undefined) return { what: name, state: 'missing', detail: 'not found', advice };
  if (Number.parseInt(version, 10) >= least) return { what: name, state: 'good', detail: version };
  return {
    what: name,
    state: program === 'npm' ? 'note' : 'missing',
    detail: `${version}, which is old`,
    advice,
  };
}

function git(place: Place): Finding {
  const what = 'git';
  const version = spawnSync('git', ['--version'], { encoding: 'utf8' });
  if (version.status !== 0) {
    return { what, state: 'missing', detail: 'not found', advice: 'Install it: https://git-scm.com' };
  }
  const number = version.stdout.replace('git version ', '').trim();
  const repository = askGit(place.root, ['rev-parse', '--git-dir']);
  if (repository.status !== 0) {
    const advice = 'Clone the repository rather than downloading it, or type: git init';
    return { what, state: 'missing', detail: `${number}, but this folder is not a repository`, advice };
  }
  if (askGit(place.root, ['config', 'user.email']).status !== 0) {
    const advice = 'git config --global user.name "You" && git config --global user.email you@example.com';
    return { what, state: 'note', detail: `${number}, but it does not know who commits`, advice };
  }
  return { what, state: 'good', detail: number };
}

function curl(): Finding {
  const answer = spawnSync('curl', ['--version'], { encoding: 'utf8' });
  const version = answer.status === 0 ? answer.stdout.split(' ')[1] : undefined;
  if (version !== undefined) return { what: 'curl', state: 'good', detail: version };
  return {
    what: 'curl',
    state: 'note',
    detail: 'not found',
    advice: 'Only for trying requests by hand: https://curl.se',
  };
}

// For the stages that have a page; on Debian as root the first check installs the browser itself.
function browser(place: Place): Finding {
  const what = 'Chromium';
  const found = findChromium();
  if (found !== undefined) return { what, state: 'good', detail: found };
  const named = process.env.CHROMIUM_PATH;
  const detail = named ? `not at ${named}, which CHROMIUM_PATH names` : 'not found';
  return { what, state: 'note', detail, advice: `${fromStage(place, 'page')} ${ADVICE}` };
}

// It comes with the packages, for the machines that npm knows.
function postgres(place: Place): Finding {
  const what = 'PostgreSQL';
  if (process.env.DATABASE_URL) return { what, state: 'good', detail: 'the one that DATABASE_URL names' };
  try {
    return { what, state: 'good', detail: `${findPostgres()}, from node_modules` };
  } catch (error) {
    return {
      what,
      state: 'note',
      detail: 'not here',
      advice: `${fromStage(place, 'database')} ${messageOf(error)}`,
    };
  }
}

// Nobody needs it before the first stage that says so.
function fromStage(place: Place, capability: string): string {
  const first = readStages(place).find(({ manifest }) => manifest.capabilities.includes(capability));
  return first === undefined ? '' : `From stage ${first.number} on.`;
}

function packages(place: Place): Finding {
  const missing = ['@biomejs/biome', 'turbo', 'typescript', 'commander', 'chokidar', 'diff'].filter(
    (name) => !existsSync(path.join(place.root, 'node_modules', name)),
  );
  if (missing.length === 0) return { what: 'packages', state: 'good', detail: 'installed' };
  return {
    what: 'packages',
    state: 'missing',
    detail: `without ${missing.join(', ')}`,
    advice: 'Type: npm install',
  };
}

function disk(place: Place): Finding {
  const { bavail, bsize } = statfsSync(place.root);
  const free = Math.floor((bavail * bsize) / 1024 / 1024);
  const detail = free > 2048 ? `${Math.floor(free / 1024)} GB free` : `${free} MB free`;
  if (free >= LEAST_DISK) return { what: 'disk', state: 'good', detail };
  return { what: 'disk', state: 'note', detail, advice: `Make room: ${LEAST_DISK} MB are wanted.` };
}

async function port(): Promise<Finding> {
  if (await portIsFree(3000)) return { what: 'port 3000', state: 'good', detail: 'free' };
  const advice = './strata serve takes another one then; PORT=4000 ./strata serve says which.';
  return { what: 'port 3000', state: 'note', detail: 'taken by another program', advice };
}

function mine(place: Place): Finding {
  const what = 'my/';
  const folder = path.join(place.root, 'my');
  if (!existsSync(folder))
    return { what, state: 'good', detail: 'not there yet: ./strata start 00 makes it' };
  try {
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    const { current } = readProgress(place);
    return {
      what,
      state: 'good',
      detail: current === undefined ? 'readable' : `readable, you are in ${current}`,
    };
  } catch (error) {
    const [detail = '', advice] = messageOf(error).split('\n');
    return { what, state: 'missing', detail, advice: advice ?? 'Give yourself the right to write there.' };
  }
}

function pinnedNode(place: Place): string {
  const manifest: unknown = JSON.parse(readFileSync(path.join(place.root, 'package.json'), 'utf8'));
  const pinned =
    isObject(manifest) && isObject(manifest.devDependencies) ? manifest.devDependencies.node : undefined;
  return typeof pinned === 'string' ? pinned : 'unknown';
}
