// Types `npm start` as a newcomer does, waits until the tracker answers, and stops it. Plain Node, nothing installed.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';

const LIMIT = 15 * 60_000;
const port = await freePort();
const windows = process.platform === 'win32';
// One string for the shell, which Windows needs to find npm: there is nothing in it to quote.
const child = spawn('npm start', {
  env: { ...process.env, PORT: String(port) },
  stdio: 'inherit',
  shell: true,
  detached: !windows,
});
const ended = once(child, 'exit');
let [answered, over] = [undefined, false];
try {
  answered = await Promise.race([
    untilAnswered(),
    ended.then(([status]) => `npm start ended with ${status}`),
  ]);
} finally {
  over = true;
  if (windows) spawn('taskkill', ['/pid', String(child.pid), '/t', '/f']);
  else if (child.exitCode === null) process.kill(-child.pid, 'SIGTERM');
}
await ended;
console.log(
  answered === 200 ? `npm start answers at port ${port}.` : `npm start does not answer: ${answered}`,
);
process.exitCode = answered === 200 ? 0 : 1;

async function untilAnswered() {
  const begun = Date.now();
  while (!over && Date.now() - begun < LIMIT) {
    const status = await fetch(`http://127.0.0.1:${port}/`).then(
      (answer) => answer.status,
      () => undefined, // not yet
    );
    if (status !== undefined) return status;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  return `nothing within ${LIMIT} ms`;
}

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port: free } = probe.address();
  probe.close();
  return free;
}
