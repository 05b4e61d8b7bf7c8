import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { processesOf, signalAll } from './processes.ts';
import type { Order, Report } from './server.ts';

// A process between whoever asked for a server and the server: it sees the end of its standard input even when they
// are killed, and ends the server then. It has a group of its own, so that Ctrl-C in a terminal does not reach it.
const PATIENCE = 5000;
const LINES = 12;

const order: Order = JSON.parse(process.argv[2] ?? '{}');
const server = spawn(order.program, order.args, {
  cwd: '/',
  env: order.env,
  stdio: ['ignore', 'ignore', 'pipe'],
  windowsHide: true,
  ...order.ids,
});
let words: string[] = [];
let told = false;

server.stderr.setEncoding('utf8').on('data', (text: string) => {
  words = [...words, ...text.split('\n').filter((line) => line !== '')].slice(-LINES);
  if (/database system is ready to accept connections/.test(text)) tell({ pid: server.pid });
});
server.once('error', (error) => end(error.message));
server.once('close', () => end(words.join('\n')));

process.on('SIGINT', () => {});
process.on('SIGHUP', () => {});
process.once('SIGTERM', stop);
process.stdin.resume().once('end', stop).once('error', stop);
process.stdout.on('error', () => {}); // nobody listens any more

function tell(report: Report): void {
  if (told) return;
  told = true;
  process.stdout.write(`${JSON.stringify(report)}\n`);
}

// SIGINT ends the sessions and writes everything down; SIGQUIT is quicker, for data that nobody wants any more.
function stop(): void {
  if (server.pid === undefined) return;
  const all = processesOf(server.pid);
  signalAll(all, 'SIGCONT'); // a server that was stopped in its tracks hears nothing else
  server.kill(order.remove === undefined ? 'SIGINT' : 'SIGQUIT');
  setTimeout(() => signalAll(all, 'SIGKILL'), PATIENCE).unref();
}

function end(why: string): void {
  tell({ why });
  if (order.remove !== undefined) rmSync(order.remove, { recursive: true, force: true, maxRetries: 5 });
  process.exit();
}
