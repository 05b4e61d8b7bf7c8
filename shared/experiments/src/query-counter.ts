import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

const EXECUTE = 'E'.charCodeAt(0);
const QUERY = 'Q'.charCodeAt(0);
const HEAD = 5;

/** A relay in front of a Postgres that counts the statements that go through it. */
export class QueryCounter {
  /** Where the database is found through it. */
  readonly address: string;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #count = 0;

  private constructor(server: Server, port: number, to: URL) {
    const address = new URL(to);
    address.hostname = '127.0.0.1';
    address.port = String(port);
    this.address = address.href;
    this.#server = server;
    server.on('connection', (socket) => this.#take(socket, to));
  }

  /** Listens on a port of its own in front of the database at this address. */
  static async open(address: string): Promise<QueryCounter> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const bound = server.address();
    if (bound === null || typeof bound === 'string') throw new Error('a server without a port');
    return new QueryCounter(server, bound.port, new URL(address));
  }

  /** How many statements go through it while something is done. */
  async during(work: () => Promise<unknown>): Promise<number> {
    const before = this.#count;
    await work();
    return this.#count - before;
  }

  /** Ends it, with every connection. */
  close(): void {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
  }

  #take(client: Socket, { hostname, port }: URL): void {
    const database = connect({ host: hostname, port: Number(port || 5432) });
    const read = this.#reader();
    client.on('data', read);
    for (const [from, to] of [
      [client, database],
      [database, client],
    ] as const) {
      this.#sockets.add(from);
      from.pipe(to);
      from.on('error', () => to.destroy());
      from.on('close', () => this.#sockets.delete(from));
    }
  }

  // Each message is a letter, its length without that letter, and the rest; the very first has no letter.
  #reader(): (bytes: Buffer) => void {
    let rest = Buffer.alloc(0);
    let begun = false;
    return (bytes) => {
      rest = Buffer.concat([rest, bytes]);
      for (;;) {
        const head = begun ? 1 : 0;
        if (rest.length < HEAD) return;
        const length = head + rest.readUInt32BE(head);
        if (rest.length < length) return;
        if (begun && (rest[0] === EXECUTE || rest[0] === QUERY)) this.#count += 1;
        rest = rest.subarray(length);
        begun = true;
      }
    };
  }
}
