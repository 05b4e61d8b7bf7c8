import { connect, createServer } from 'node:net';

// A page that is asked for the first time takes longer than all others.
const ANSWER_LIMIT = 10_000;

/**
 * Whether a program could listen on a port, on every interface of this machine.
 * @param port the number
 * @returns false when another program listens there
 */
export async function portIsFree(port: number): Promise<boolean> {
  return (await listenOnce(port, '127.0.0.1')) && (await listenOnce(port, undefined));
}

/**
 * Whether a program accepts connections.
 * @param port its port
 * @param host its address
 * @returns true once a connection is made
 */
export function accepts(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host });
    const settle = (answer: boolean): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => settle(true));
    socket.once('error', () => settle(false));
  });
}

/**
 * Whether an HTTP server answers, whatever it says. Somebody who only tries whether the port is free takes connections
 * for a moment, too.
 * @param port its port on this machine
 * @returns true once an answer came
 */
export async function answers(port: number): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(ANSWER_LIMIT);
    const { body } = await fetch(`http://127.0.0.1:${port}/`, { redirect: 'manual', signal });
    await body?.cancel();
    return true;
  } catch {
    return false;
  }
}

function listenOnce(port: number, host: string | undefined): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, exclusive: true, ...(host === undefined ? {} : { host }) }, () =>
      server.close(() => resolve(true)),
    );
  });
}
