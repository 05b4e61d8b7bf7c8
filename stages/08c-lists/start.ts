import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { keepPageSettings, parsePorts } from './web/config.ts';

// Starts the tracker: the API and the pages, each a process of its own. With --dev both follow changes of their files.
const dev = process.argv.includes('--dev');
const { host, port, webPort } = await choosePorts();
const shared = { ...process.env, HOST: host };
const mode = dev ? 'development' : 'production';

const api = start(dev ? ['--watch', '--watch-preserve-output', 'src/server.ts'] : ['src/server.ts'], {
  ...shared,
  NODE_ENV: dev ? mode : (process.env.NODE_ENV ?? mode),
  PORT: String(port),
});
const web = start(['web/server.ts'], {
  ...keepPageSettings(shared),
  NODE_ENV: mode,
  WEB_PORT: String(webPort),
  API_URL: `http://${host}:${port}`,
});

// The pages go first, so that the requests they have in hand still find the API. If one dies, the other ends too.
// A terminal tells all three at once, and a server that hears the same signal twice stops short: the other one is passed on.
let passed: NodeJS.Signals = 'SIGTERM';
let told = false;
process.on('SIGINT', () => stop('SIGTERM'));
process.on('SIGTERM', () => stop('SIGINT'));
api.once('exit', () => web.kill(passed));
web.once('exit', () => api.kill(passed));
const ended = Promise.all([waitForEnd(api), waitForEnd(web)]);

const addresses = await Promise.race([Promise.all([readAddress(api), readAddress(web)]), ended]);
if (typeof addresses[0] === 'string') {
  console.log(`Tracker ready at ${addresses[1]} (API at ${addresses[0]})`);
}
const statuses = await ended;
process.exitCode = told && statuses.every((status) => status === 0) ? 0 : 1;

function stop(signal: NodeJS.Signals) {
  if (told) return;
  told = true;
  passed = signal;
  web.kill(passed);
}

function start(args: string[], env: NodeJS.ProcessEnv): ChildProcess {
  return spawn(process.execPath, args, {
    cwd: import.meta.dirname,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

// The first line with an address says where the process listens; only what it prints afterwards is passed on.
function readAddress({ stdout }: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    let found = false;
    if (!stdout) return;
    createInterface({ input: stdout }).on('line', (line) => {
      if (found) return console.log(line);
      const [, address] = / ready at (http:\S+)$/.exec(line) ?? [];
      if (!address) return;
      found = true;
      resolve(address);
    });
  });
}

// One that has finished everything and is about to exit no longer handles the signal that is passed on, and dies of it.
async function waitForEnd(child: ChildProcess): Promise<number> {
  const [status, signal] = await once(child, 'exit');
  return status ?? (told && signal === passed ? 0 : 1);
}

// Each must know the addresses before anybody listens there: a port left to the system is chosen here.
async function choosePorts() {
  try {
    const { host, port, webPort } = parsePorts(process.env);
    return { host, port: port || (await findPort(host)), webPort: webPort || (await findPort(host)) };
  } catch (error) {
    console.error(`error: ${error instanceof Error ? error.message : error}`);
    process.exit(1);
  }
}

async function findPort(host: string): Promise<number> {
  const probe = createServer().listen(0, host);
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  return typeof address === 'object' && address ? address.port : 0;
}
