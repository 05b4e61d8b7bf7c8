import { spawn } from 'node:child_process';

const LOCKED = /could not get lock|unable to lock/i;
const ATTEMPTS = 60;
const BETWEEN = 5000;

/**
 * Installs Debian's or Ubuntu's package `chromium` without a question, with its quick headless shell where there is one.
 * @param apt the path of apt-get
 * @param say is told what happens, a line at a time
 * @returns undefined when apt-get was content, else its last error
 */
export async function installChromium(apt: string, say: (line: string) => void): Promise<string | undefined> {
  say('Chromium is not on this machine: apt-get installs the package chromium (some 200 MB, once).');
  const update = await run(apt, ['-q', 'update'], say);
  const install = ['-q', '-y', '--no-install-recommends', 'install', 'chromium'];
  const both = await run(apt, [...install, 'chromium-headless-shell'], say);
  const problem = both === undefined ? undefined : await run(apt, install, say);
  return problem === undefined ? undefined : (update ?? problem);
}

// Another run may be installing the same: it holds the lock meanwhile.
async function run(apt: string, words: string[], say: (line: string) => void): Promise<string | undefined> {
  for (let attempt = 1; ; attempt += 1) {
    const problem = await runOnce(apt, words, say);
    if (problem === undefined || !LOCKED.test(problem) || attempt === ATTEMPTS) return problem;
    if (attempt === 1) say('Another program is installing packages; waiting for it.');
    await new Promise((resolve) => setTimeout(resolve, BETWEEN));
  }
}

function runOnce(
  apt: string,
  words: readonly string[],
  say: (line: string) => void,
): Promise<string | undefined> {
  const options = ['-o', 'APT::Status-Fd=3', '-o', 'Dpkg::Use-Pty=0'];
  const child = spawn(apt, [...options, ...words], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' },
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  let errors = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  tellProgress(child.stdio[3], say);
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (status) => resolve(status === 0 ? undefined : lastError(errors, status)));
  });
}

// Lines such as "dlstatus:1:23.4:Retrieving file 1 of 9" and "pmstatus:chromium:80:Unpacking chromium".
function tellProgress(stream: unknown, say: (line: string) => void): void {
  if (typeof stream !== 'object' || stream === null || !('on' in stream) || typeof stream.on !== 'function')
    return;
  let told = '';
  stream.on('data', (data: unknown) => {
    for (const [, kind = '', percent = '0'] of String(data).matchAll(/^(dl|pm)status:[^:]*:([\d.]+):/gm)) {
      const doing = kind === 'dl' ? 'downloading' : 'installing';
      const line = `  ${doing} ${Math.floor(Number(percent) / 20) * 20} %`;
      if (line !== told) say(line);
      told = line;
    }
  });
}

function lastError(errors: string, status: number | null): string {
  const lines = errors.split('\n').filter((line) => line.startsWith('E: '));
  return lines.at(-1)?.slice(3) ?? `status ${status}`;
}
