// Runs the system's npm and keeps what it printed.
import { spawn } from 'node:child_process';
import { appendFileSync, existsSync } from 'node:fs';
import { delimiter, dirname, join, sep } from 'node:path';

/**
 * Runs npm in `root` and appends its output to the file `log`; `onLine` gets each line as it comes.
 * Gives back { status, output }; status is 'missing' when there is no npm.
 */
export function runNpm(root, args, { log, onLine }) {
  const [command, before, options] = findNpm(root);
  return new Promise((done) => {
    const child = spawn(command, [...before, ...args], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      ...options,
    });
    let stopped;
    const stop = (signal) => {
      stopped = signal;
      child.kill(signal);
    };
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, stop);

    let output = '';
    const take = (chunk) => {
      const text = String(chunk);
      output += text;
      appendFileSync(log, text);
      for (const line of text.split('\n')) if (line.trim()) onLine(line);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);

    const finish = (status) => {
      for (const signal of signals) process.off(signal, stop);
      done({ status: stopped || status, output });
    };
    child.on('error', (error) => finish(error.code === 'ENOENT' ? 'missing' : error.message));
    child.on('close', (code, signal) => finish(code === null ? signal : code));
  });
}

function findNpm(root) {
  const env = {
    ...process.env,
    PATH: outsidePath(root),
    // npm 10 runs every install script; the one of swagger-ui's statistics does nothing then.
    SCARF_ANALYTICS: 'false',
    // An offline machine should hear of it within seconds.
    npm_config_fetch_retry_mintimeout: '1000',
    npm_config_fetch_retry_maxtimeout: '4000',
  };
  const script = process.env.npm_execpath || '';
  // npm said who it is: run exactly that one, under the Node it runs under (not the one about to be replaced).
  if (/npm-cli\.c?js$/.test(script))
    return [process.env.npm_node_execpath || process.execPath, [script], { env }];
  if (process.platform !== 'win32') return ['npm', [], { env }];
  const beside = join(dirname(process.execPath), 'node_modules/npm/bin/npm-cli.js');
  if (existsSync(beside)) return [process.execPath, [beside], { env }];
  return ['npm.cmd', [], { env, shell: true }];
}

// Without this repository's own node_modules/.bin: an install replaces the Node in it.
function outsidePath(root) {
  const parts = (process.env.PATH || '').split(delimiter);
  return parts
    .filter((part) => !`${part}${sep}`.startsWith(join(root, 'node_modules') + sep))
    .join(delimiter);
}
