import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { ensureChromium, findChromium, type Machine } from '../src/chromium.ts';

function createMachine(t: TestContext, more: Partial<Machine> = {}): Machine {
  const files = mkdtempSync(join(tmpdir(), 'strata-test-'));
  t.after(() => rmSync(files, { recursive: true, force: true }));
  const env = { PATH: [join(files, 'bin'), join(files, 'usr', 'bin')].join(delimiter) };
  return { env, platform: 'linux', home: join(files, 'home'), files, root: false, ...more };
}

function install(machine: Machine, path: string, content = '#!/bin/sh\n', mode = 0o755): string {
  const file = join(machine.files, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  chmodSync(file, mode);
  return file;
}

test('CHROMIUM_PATH comes before the PATH', (t) => {
  const machine = createMachine(t);
  install(machine, 'bin/chromium');
  const own = install(machine, 'own/browser');

  assert.equal(findChromium({ ...machine, env: { ...machine.env, CHROMIUM_PATH: own } }), own);
});

test('CHROMIUM_PATH that names nothing is told, not passed over', async (t) => {
  const machine = createMachine(t);
  install(machine, 'bin/chromium');
  const wrong = { ...machine, env: { ...machine.env, CHROMIUM_PATH: '/nowhere/chromium' } };

  assert.equal(findChromium(wrong), undefined);
  await assert.rejects(
    ensureChromium(() => {}, wrong),
    /^Error: CHROMIUM_PATH names \/nowhere\/chromium/,
  );
});

test('on the PATH chromium comes before Google Chrome, whatever folder they are in', (t) => {
  const machine = createMachine(t);
  const chrome = install(machine, 'bin/google-chrome');
  assert.equal(findChromium(machine), chrome);

  const chromium = install(machine, 'usr/bin/chromium');
  assert.equal(findChromium(machine), chromium);
});

test('a file that cannot be run, and the stub of a snap, are passed over', (t) => {
  const machine = createMachine(t);
  install(machine, 'bin/chromium', 'text', 0o644);
  install(machine, 'bin/chromium-browser', '#!/bin/sh\necho "Command requires the chromium snap"\n');

  assert.equal(findChromium(machine), undefined);
});

test('on macOS the applications are looked at', (t) => {
  const machine = createMachine(t, { platform: 'darwin' });
  const chrome = install(machine, 'Applications/Google Chrome.app/Contents/MacOS/Google Chrome');

  assert.equal(findChromium(machine), chrome);
});

test('of what Playwright downloaded the newest revision is taken', (t) => {
  const machine = createMachine(t);
  install(machine, 'home/.cache/ms-playwright/chromium-998/chrome-linux/chrome');
  const newest = install(machine, 'home/.cache/ms-playwright/chromium-1200/chrome-linux64/chrome');

  assert.equal(findChromium(machine), newest);
});

test('without a browser and without the right to install one, one sentence says what to install', async (t) => {
  const machine = createMachine(t);
  install(machine, 'bin/apt-get', '#!/bin/sh\nexit 1\n');

  await assert.rejects(
    ensureChromium(() => assert.fail('nothing is installed'), machine),
    (error) => {
      assert.ok(error instanceof Error);
      assert.match(error.message, /^The page is checked in Chromium.*CHROMIUM_PATH\.$/);
      return true;
    },
  );
});

test('as root on Debian the package is installed, and said so', async (t) => {
  const machine = createMachine(t, { root: true });
  const target = join(machine.files, 'bin', 'chromium');
  const log = join(machine.files, 'log');
  const script = [
    '#!/bin/sh',
    `echo "$*" >> '${log}'`,
    'echo "pmstatus:chromium:100:Installed" >&3',
    `case "$*" in *install*) printf '#!/bin/sh\\n' > '${target}'; chmod +x '${target}' ;; esac`,
  ];
  install(machine, 'bin/apt-get', script.join('\n'));
  const said: string[] = [];

  const found = await ensureChromium((line) => said.push(line), machine);

  assert.equal(found, target);
  assert.match(said.join('\n'), /apt-get installs the package chromium[\s\S]*installing 100 %/);
  assert.match(readFileSync(log, 'utf8'), /update\n.*install chromium chromium-headless-shell\n$/);
});

test('an apt-get that fails is quoted in the sentence', async (t) => {
  const machine = createMachine(t, { root: true });
  install(machine, 'bin/apt-get', '#!/bin/sh\necho "E: Unable to locate package chromium" >&2\nexit 100\n');

  await assert.rejects(
    ensureChromium(() => {}, machine),
    /apt-get could not: Unable to locate package chromium/,
  );
});
