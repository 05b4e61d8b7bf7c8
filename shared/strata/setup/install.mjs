// The order of things: look, wait for another setup, look again, install, check, stamp.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { explain } from './explain.mjs';
import { takeLock } from './lock.mjs';
import { runNpm } from './npm.mjs';
import { say, startProgress } from './progress.mjs';
import { isReady, learnersPackages, markReady, pinnedNodeWorks, readJson } from './state.mjs';

const FETCHED = /^npm http fetch GET 200 \S+\.tgz /;

/** Installs what is missing under `root`. Gives back the exit status: 0 when everything is there. */
export async function setUp(root) {
  try {
    if (isReady(root)) return 0;
    mkdirSync(join(root, '.strata'), { recursive: true });
    const release = await takeLock(join(root, '.strata/setup.lock'), () =>
      say('Strata: another setup is at work here; waiting for it.'),
    );
    try {
      return isReady(root) ? 0 : await install(root);
    } finally {
      release();
    }
  } catch (error) {
    say(explain({ error, root }));
    return 1;
  }
}

async function install(root) {
  const log = join(root, '.strata/setup.log');
  writeFileSync(log, '');
  const total = countPackages(root);
  const once = existsSync(join(root, 'node_modules')) ? '' : ' This happens once.';
  say(`Strata: installing ${total} packages and Node ${pinned(root)} into node_modules.${once}`);

  const progress = startProgress(total);
  const onLine = (line) => FETCHED.test(line) && progress.step();
  let result = await runNpm(root, installArguments(root), { log, onLine });
  if (result.status === 0 && !pinnedNodeWorks(root)) {
    // Install scripts are switched off on this machine; the packages named in package.json cannot do without.
    result = await runNpm(root, ['rebuild', ...allowedScripts(root), '--ignore-scripts=false'], {
      log,
      onLine,
    });
    if (result.status === 0 && !pinnedNodeWorks(root)) result.status = 'no-node';
  }
  const seconds = progress.stop();

  if (result.status !== 0) {
    say(explain({ ...result, root, log: relative(process.cwd(), log) || log }));
    return 1;
  }
  markReady(root);
  say(`Strata: ready after ${seconds} s.`);
  return 0;
}

// A learner's own manifests are not in the lockfile: `npm ci` would refuse them, and --no-save leaves the file alone.
function installArguments(root) {
  const how = learnersPackages(root).length > 0 ? ['install', '--no-save'] : ['ci'];
  const despiteSettings = [
    '--include=dev',
    '--package-lock',
    '--no-engine-strict',
    '--no-global',
    '--no-dry-run',
  ];
  const output = ['--no-audit', '--no-fund', '--no-progress', '--loglevel=http'];
  return [...how, ...despiteSettings, ...output, '--prefer-offline'];
}

function allowedScripts(root) {
  const entries = Object.entries(readJson(join(root, 'package.json')).allowScripts);
  return entries.flatMap(([name, allowed]) => (allowed ? [name] : []));
}

function countPackages(root) {
  const entries = Object.values(readJson(join(root, 'package-lock.json')).packages);
  return entries.filter((entry) => entry.integrity && !entry.optional).length;
}

const pinned = (root) => readJson(join(root, 'package.json')).devDependencies.node;
