import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

/** A relay between a tracker and its database, so that a check can take the database away. */
export class Relay {
  /** Where the database is found through it: the address it was made with, at another port. */
  readonly address: string;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #state: 'open' | 'cut' | 'hung' = 'open';

  private constructor(server: Server, port: number, to: URL) {
    const address = new URL(to);
    address.hostname = '127.0.0.1';
    address.port = String(port);
    this.address = address.href;
    this.#server = server;
    server.on('connection', (socket) => this.#take(socket, to));
  }

  /** Listens on a port of its own in front of the database at this address. */
  static async open(address: string): Promise<Relay> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const bound = server.address();
    if (bound === null || typeof bound === 'string') throw new Error('a server without a port');
    return new Relay(server, bound.port, new URL(address));
  }

  /** Closes every connection, and each new one at once: the database has gone. */
  cut(): void {
    this.#state = 'cut';
    for (const socket of this.#sockets) socket.destroy();
  }

  /** Carries nothing any more, but closes nothing: the database hangs. */
  hang(): void {
    this.#state = 'hung';
    for (const socket of this.#sockets) socket.pause();
  }

  /** It is as it was. */
  mend(): void {
    this.#state = 'open';
    for (const socket of this.#sockets) socket.resume();
  }

  /** Ends it. */
  close(): void {
    this.cut();
    this.#server.close();
  }

  #take(socket: Socket, { hostname, port }: URL): void {
    if (this.#state === 'cut') {
      socket.destroy();
      return;
    }
    const database = connect({ host: hostname, port: Number(port || 5432) });
    this.#join(socket, database);
    this.#join(database, socket);
  }

  // By hand and not with pipe: that would let a paused socket go on by itself.
  #join(from: Socket, to: Socket): void {
    this.#sockets.add(from);
    from.on('data', (bytes) => to.write(bytes));
    from.on('error', () => {});
    from.on('close', () => {
      this.#sockets.delete(from);
      to.destroy();
    });
    if (this.#state === 'hung') from.pause();
  }
}
