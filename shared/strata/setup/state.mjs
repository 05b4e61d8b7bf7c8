// What is installed, compared with what package-lock.json wants.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));
const stampOf = (root) => join(root, 'node_modules/.strata-setup');

/** The place of the pinned Node's binary. */
export function pinnedNode(root) {
  const windows = process.platform === 'win32';
  return join(root, windows ? 'node_modules/node/bin/node.exe' : 'node_modules/.bin/node');
}

/** Whether the pinned Node starts and is the version that package.json names. */
export function pinnedNodeWorks(root) {
  const { stdout } = spawnSync(pinnedNode(root), ['--version'], { encoding: 'utf8' });
  return (stdout || '').trim() === `v${readJson(join(root, 'package.json')).devDependencies.node}`;
}

/** The manifests in my/: [{ folder, names }], names being the packages that each one asks for. */
export function learnersPackages(root) {
  const folders = existsSync(join(root, 'my')) ? readdirSync(join(root, 'my')) : [];
  return folders.flatMap((name) => {
    const folder = join(root, 'my', name);
    if (!existsSync(join(folder, 'package.json'))) return [];
    try {
      const { dependencies, devDependencies } = readJson(join(folder, 'package.json'));
      return [{ folder, names: Object.entries({ ...dependencies, ...devDependencies }) }];
    } catch {
      return [{ folder, names: [] }]; // half-written JSON: npm names the file and the line if it has to install
    }
  });
}

/** A hash of everything that decides what has to be installed. */
export function wanted(root) {
  const asked = learnersPackages(root).map(({ names }) => names);
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .update(JSON.stringify([asked.filter((names) => names.length > 0), process.platform, process.arch]))
    .digest('hex');
}

/** True when nothing has to be installed. Costs a few milliseconds after the first time. */
export function isReady(root) {
  if (!existsSync(pinnedNode(root))) return false;
  if (existsSync(stampOf(root)) && readFileSync(stampOf(root), 'utf8') === wanted(root))
    return touchStamp(root);
  if (!lockIsInstalled(root) || !learnersPackagesAreThere(root) || !pinnedNodeWorks(root)) return false;
  markReady(root);
  return true;
}

/** Written only after an install that succeeded, so that an interrupted one is noticed. */
export function markReady(root) {
  writeFileSync(stampOf(root), wanted(root));
}

// The launcher compares the stamp's time with package-lock.json's.
function touchStamp(root) {
  try {
    utimesSync(stampOf(root), new Date(), new Date());
  } catch {} // someone else's file: the launcher asks again next time, nothing worse
  return true;
}

// npm keeps a copy of what it installed, which it writes last: so a plain `npm install` counts as well.
function lockIsInstalled(root) {
  const copy = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(copy)) return false;
  const installed = readJson(copy).packages;
  return Object.entries(readJson(join(root, 'package-lock.json')).packages).every(([path, entry]) => {
    if (!path.includes('node_modules/')) return true;
    if (!installed[path]) return entry.optional === true;
    return installed[path].version === entry.version;
  });
}

function learnersPackagesAreThere(root) {
  return learnersPackages(root).every(({ folder, names }) =>
    names.every(([name]) =>
      [root, folder].some((at) => existsSync(join(at, 'node_modules', name, 'package.json'))),
    ),
  );
}
