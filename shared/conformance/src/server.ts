import { createServer, connect as openSocket } from 'node:net';
import { type Child, pause } from './child.ts';
import { Instance } from './instance.ts';
import { notStarted, type Program, startProgram } from './program.ts';
import { type Awaited, explainExit, explainSilence } from './start-explained.ts';

export type { Instance } from './instance.ts';

/** How long a server may take until it listens, in milliseconds. */
export const START_LIMIT = 5000;
/** The same for one that starts two servers, or brings its database up to date first. */
const START_LIMIT_LONG = 15_000;
const POLL = 4;

/**
 * A TCP port of 127.0.0.1 that nobody uses at the moment, from below the range from which systems take ports on
 * their own (32768 on Linux, 49152 elsewhere), so that nobody takes it in the next moment either.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = 15_000 + Math.floor(Math.random() * 17_000);
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer().once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

/**
 * Starts the tracker as a server on free ports, PORT and WEB_PORT; settles when it takes connections, on both where it
 * has two servers. What `env` says goes before all else it is told. Throws a StartError when it does not within `limit` ms.
 */
export async function startServer(
  program: Program,
  env: Record<string, string> = {},
  limit = program.webPort === true || program.databases ? START_LIMIT_LONG : START_LIMIT,
): Promise<Instance> {
  const port = await freePort();
  const webPort = await freePort();
  const settings = { ...(await program.databases?.settings(env)), ...env };
  const child = startProgram(program, [], {
    env: { PORT: String(port), WEB_PORT: String(webPort), ...settings },
  });
  try {
    await untilListening(program, child, { port, beside: webPort, limit });
    if (program.webPort === true)
      await untilListening(program, child, { port: webPort, beside: port, limit, variable: 'WEB_PORT' });
  } catch (error) {
    child.kill();
    // Somebody was faster and took the port that was free a moment ago.
    if (new RegExp(`EADDRINUSE.*\\b(${port}|${webPort})\\b`).test(child.stderr.text))
      return startServer(program, settings, limit);
    throw error;
  }
  const pagePort = program.webPort === true ? webPort : port;
  return new Instance(child, port, { pagePort, settings, accounts: program.accounts === true });
}

async function untilListening(program: Program, child: Child, awaited: Awaited): Promise<void> {
  const { port, limit } = awaited;
  let failed: unknown;
  child.exited.catch((error: unknown) => {
    failed = error;
  });
  const begun = Date.now();
  for (let attempt = 1; !(await accepts(port)); attempt += 1) {
    if (failed !== undefined) throw notStarted(program, failed);
    if (child.ended !== undefined) throw explainExit(program, child, child.ended, awaited);
    const waited = Date.now() - begun;
    // Looking at every socket of the machine takes a while: not before something is likely to be wrong.
    const looked = (attempt % 50 === 0 && waited > limit / 5) || waited > limit;
    const problem = looked ? explainSilence(program, child, { ...awaited, waited }) : undefined;
    if (problem !== undefined) throw problem;
    await pause(POLL);
  }
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = openSocket({ host: '127.0.0.1', port });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
