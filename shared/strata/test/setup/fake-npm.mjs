#!/usr/bin/env node
// Stands for npm: writes down what it was asked for and does what the file `mode` says.
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.env.FAKE_NPM_FOLDER;
const mode = readFileSync(join(folder, 'mode'), 'utf8');
const command = process.argv[2];
appendFileSync(join(folder, 'calls'), `${process.argv.slice(2).join(' ')}\n`);

// Not recursive: in a working folder that was deleted meanwhile, Node 24 would try for ever instead of failing.
function installNode() {
  if (!existsSync('node_modules/.bin')) mkdirSync('node_modules/.bin');
  writeFileSync('node_modules/.bin/node', '#!/bin/sh\necho v24.0.0\n', { mode: 0o755 });
}

function install() {
  rmSync('node_modules', { recursive: true, force: true });
  mkdirSync('node_modules');
  if (mode !== 'without-scripts') installNode();
  writeFileSync('node_modules/.package-lock.json', readFileSync('package-lock.json'));
}

function fail(text) {
  console.error(text);
  process.exitCode = 1;
}

function waitThen(action) {
  const timer = setInterval(() => {
    if (!existsSync(folder)) process.exit(1); // the test is over
    if (!existsSync(join(folder, 'go'))) return;
    clearInterval(timer);
    action();
    writeFileSync(join(folder, 'done'), '');
  }, 5);
}

if (command === 'rebuild') installNode();
else if (mode === 'fails') fail('npm error code E500\nnpm error the cupboard is bare\nsomething else');
else if (mode === 'offline') fail('npm error code EAI_AGAIN\nnpm error request to the registry failed');
else if (mode === 'waits') waitThen(install);
else install();
