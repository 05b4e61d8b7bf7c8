import { connect, type Socket } from 'node:net';
import type { AnswerParts } from './answer.ts';
import { within } from './child.ts';
import { ResponseReader } from './response-reader.ts';

/** A TCP connection to a port of 127.0.0.1, and the answers that come on it. */
export class Wire {
  readonly #socket: Socket;
  readonly #reader = new ResponseReader();
  #wake: () => void = () => {};

  constructor(socket: Socket) {
    this.#socket = socket;
    const end = (): void => {
      this.#reader.ended = true;
      this.#wake();
    };
    socket.setNoDelay(true);
    socket.on('end', end).on('close', end).on('error', end);
    socket.on('data', (bytes) => {
      this.#reader.push(bytes);
      this.#wake();
    });
  }

  /** Connects. Rejects with the system's error. With `halfOpen` it may go on sending when the server has closed. */
  static open(port: number, halfOpen: boolean): Promise<Wire> {
    return new Promise((resolve, reject) => {
      const socket = connect({ host: '127.0.0.1', port, allowHalfOpen: halfOpen });
      socket.once('error', reject).once('connect', () => resolve(new Wire(socket)));
    });
  }

  /** The server has closed its side, or the connection is gone. */
  get ended(): boolean {
    return this.#reader.ended;
  }

  /** What came and belongs to no answer. */
  get rest(): Buffer {
    return this.#reader.rest;
  }

  write(data: string | Uint8Array): void {
    this.#socket.write(data);
  }

  /** Sends no more, but goes on reading. */
  end(): void {
    this.#socket.end();
  }

  /** Resets the connection. */
  reset(): void {
    this.#socket.resetAndDestroy();
  }

  destroy(): void {
    this.#socket.destroy();
  }

  /** The next answer to a request with this method. Throws a Failure when what came is no HTTP. */
  async answer(method: string, limit: number): Promise<AnswerParts | 'closed' | 'late'> {
    const deadline = Date.now() + limit;
    for (;;) {
      const parts = this.#reader.take(method);
      if (parts !== undefined) return parts;
      if (this.ended) return 'closed';
      if (!(await this.#more(deadline))) return 'late';
    }
  }

  /** Whether the server closes its side within the time. */
  async closed(limit: number): Promise<boolean> {
    const deadline = Date.now() + limit;
    while (!this.ended) if (!(await this.#more(deadline))) return false;
    return true;
  }

  async #more(deadline: number): Promise<boolean> {
    const woken = new Promise<true>((resolve) => {
      this.#wake = () => resolve(true);
    });
    return (await within(woken, Math.max(deadline - Date.now(), 0))) === true;
  }
}
