import { connect, createServer } from 'node:net';

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

function listenOnce(port: number, host: string | undefined): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, exclusive: true, ...(host === undefined ? {} : { host }) }, () =>
      server.close(() => resolve(true)),
    );
  });
}
