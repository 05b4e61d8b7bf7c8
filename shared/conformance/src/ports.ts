import { connect, createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import { pause } from './child.ts';

/** Whether a TCP connection to this address is taken. */
export function accepts(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}

/** Waits until the port refuses connections; false when it still takes them after `limit` milliseconds. */
export async function refuses(port: number, limit: number): Promise<boolean> {
  const deadline = Date.now() + limit;
  while (await accepts('127.0.0.1', port)) {
    if (Date.now() > deadline) return false;
    await pause(2);
  }
  return true;
}

/** Whether someone could listen on this port of 127.0.0.1 now. */
export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

/**
 * An address of this machine that is answered only by who listens on all its interfaces: on Linux all of 127/8 leads
 * here, elsewhere it takes an address of the network. Undefined when there is none.
 */
export function outerAddress(): string | undefined {
  if (process.platform === 'linux') return '127.0.0.2';
  const all = Object.values(networkInterfaces()).flatMap((one) => one ?? []);
  return all.find(({ family, internal }) => family === 'IPv4' && !internal)?.address;
}
