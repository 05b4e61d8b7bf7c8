#!/usr/bin/env node
// Installs what is missing: the pinned Node and the packages of every workspace. Runs before `npm start`, `npm test`
// and ./strata, so it is plain JavaScript without dependencies, and quick when there is nothing to do.
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const OLDEST_NODE = 20;
const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
  const here = process.versions.node;
  console.error(`Strata needs Node.js ${OLDEST_NODE} or newer, and this is ${here}: see https://nodejs.org.`);
  process.exitCode = 1;
} else {
  // Imported only now: an older Node may not even be able to read the rest.
  import('./setup/install.mjs').then(async ({ setUp }) => {
    process.exitCode = await setUp(root);
  });
}
