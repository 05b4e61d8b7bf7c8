import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

// The headless shell is the same browser without windows, and starts in half the time.
const NAMES = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome'];

// The browser that CHROMIUM_PATH names, or the first one on the PATH.
export function findChromium(): string {
  const { CHROMIUM_PATH, PATH = '' } = process.env;
  const paths = PATH.split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const found = CHROMIUM_PATH ?? paths.find(isExecutable);
  if (found) return found;
  throw new Error(
    'These tests drive Chromium: install it (on Debian: apt install chromium), or set CHROMIUM_PATH.',
  );
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
