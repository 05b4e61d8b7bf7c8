import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { installChromium } from './apt.ts';

/** What the search looks at; a test gives its own. */
export interface Machine {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  readonly home: string;
  /** The root of the file system: `/`, or a folder that a test made. */
  readonly files: string;
  readonly root: boolean;
}

// The headless shell does the same work in half the time of a browser with windows.
const COMMANDS = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
];
const MAC = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
const WINDOWS = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];

/** The sentence for somebody who has no browser. */
export const ADVICE =
  'The page is checked in Chromium, which is not on this machine: install Chromium or Google Chrome (Debian and Ubuntu: sudo apt-get install chromium; macOS: brew install --cask chromium), or name one in CHROMIUM_PATH.';

/** The machine we run on. */
export function thisMachine(): Machine {
  const { env, platform } = process;
  return { env, platform, home: homedir(), files: '/', root: process.getuid?.() === 0 };
}

/**
 * The program of a Chromium: what CHROMIUM_PATH names, else the first on the PATH, else where macOS and Windows keep
 * applications, else what Playwright downloaded. Undefined when there is none.
 */
export function findChromium(machine: Machine = thisMachine()): string | undefined {
  const named = machine.env.CHROMIUM_PATH;
  if (named !== undefined && named !== '') return isProgram(named) ? named : undefined;
  return [...onPath(machine), ...applications(machine), ...downloaded(machine)].find(isProgram);
}

/**
 * The program of a Chromium, installed first where that needs no question: Debian or Ubuntu, as root.
 * @param say is told in plain lines what is being installed, and how far it is
 * @param machine see Machine
 * @returns the path of the program
 * @throws Error of one sentence that says what to install
 */
export async function ensureChromium(
  say: (line: string) => void,
  machine: Machine = thisMachine(),
): Promise<string> {
  const found = findChromium(machine);
  if (found !== undefined) return found;
  const named = machine.env.CHROMIUM_PATH;
  if (named !== undefined && named !== '')
    throw new Error(`CHROMIUM_PATH names ${named}, and there is no program: correct it, or leave it out.`);
  const apt = machine.root && machine.platform === 'linux' ? commandOnPath('apt-get', machine) : undefined;
  if (apt === undefined) throw new Error(ADVICE);
  const problem = await installChromium(apt, say);
  const installed = findChromium(machine);
  if (installed !== undefined) return installed;
  throw new Error(`${ADVICE.slice(0, -1)} (apt-get could not: ${problem ?? 'it installed no program'}).`);
}

function onPath(machine: Machine): string[] {
  return COMMANDS.flatMap((command) => commandOnPath(command, machine) ?? []);
}

function commandOnPath(command: string, { env, platform }: Machine): string | undefined {
  const name = platform === 'win32' ? `${command}.exe` : command;
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, name)).find(isProgram);
}

function applications({ env, platform, home, files }: Machine): string[] {
  if (platform === 'darwin') {
    const folders = [join(files, 'Applications'), join(home, 'Applications')];
    return folders.flatMap((folder) =>
      MAC.map((name) => join(folder, `${name}.app`, 'Contents', 'MacOS', name)),
    );
  }
  if (platform !== 'win32') return [];
  const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA];
  return folders.flatMap((folder) => (folder === undefined ? [] : WINDOWS.map((name) => join(folder, name))));
}

// Where Playwright puts what `npx playwright install chromium` downloads: a folder a revision, the newest first.
function downloaded({ env, platform, home }: Machine): string[] {
  const caches: Partial<Record<NodeJS.Platform, string>> = {
    darwin: join(home, 'Library', 'Caches', 'ms-playwright'),
    win32: join(env.LOCALAPPDATA ?? home, 'ms-playwright'),
  };
  const cache = env.PLAYWRIGHT_BROWSERS_PATH ?? caches[platform] ?? join(home, '.cache', 'ms-playwright');
  if (!existsSync(cache)) return [];
  const revisions = readdirSync(cache)
    .filter((name) => /^chromium(_headless_shell)?-\d+$/.test(name))
    .sort((a, b) => revisionOf(b) - revisionOf(a) || a.localeCompare(b));
  return revisions.flatMap((revision) => programsIn(join(cache, revision)));
}

function revisionOf(name: string): number {
  return Number(name.split('-').at(-1));
}

function programsIn(folder: string): string[] {
  const names = [
    'chrome',
    'chrome.exe',
    'headless_shell',
    'chrome-headless-shell',
    'chrome-headless-shell.exe',
  ];
  const bundles = ['Chromium', 'Google Chrome for Testing'];
  return readdirSync(folder).flatMap((build) => [
    ...names.map((name) => join(folder, build, name)),
    ...bundles.map((name) => join(folder, build, `${name}.app`, 'Contents', 'MacOS', name)),
  ]);
}

// Ubuntu's package without snap is a script that only says so.
function isProgram(file: string): boolean {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found?.isFile() !== true) return false;
  if (process.platform !== 'win32' && (found.mode & 0o111) === 0) return false;
  return found.size > 8192 || !/requires the chromium snap/.test(readFileSync(file, 'utf8'));
}
