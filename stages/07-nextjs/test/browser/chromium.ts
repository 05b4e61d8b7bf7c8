import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

// The headless shell is the same browser without windows, and starts in half the time.
const NAMES = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome'];
const ARGS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

// The browser that CHROMIUM_PATH names, or the first one on the PATH.
export async function startChromium(): Promise<Browser> {
  const { CHROMIUM_PATH, PATH = '' } = process.env;
  const paths = PATH.split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const executablePath = CHROMIUM_PATH ?? paths.find(isExecutable);
  if (!executablePath) {
    throw new Error(
      'This test drives Chromium: install it (on Debian: apt install chromium), or set CHROMIUM_PATH.',
    );
  }
  // Chromium's sandbox refuses to work for root.
  const args = process.getuid?.() === 0 ? [...ARGS, '--no-sandbox'] : ARGS;
  return chromium.launch({ executablePath, args });
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
