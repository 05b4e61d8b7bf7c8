import { Answer } from './answer.ts';

/** How a failure tells of a request that is more than a method, a path and a body. */
export interface Telling {
  /** What was sent, in words: `POST /tasks   a title and blanks, 110 000 bytes`. */
  readonly sent: string;
  /** The command that repeats it; undefined when only the whole check does. */
  readonly again: string | undefined;
}

/** The same answer, told in other words. */
export class Retold extends Answer {
  readonly #sent: string;

  constructor(answer: Answer, { sent, again }: Telling) {
    const { exchange, status, reason, headers, bytes } = answer;
    super(exchange, { status, reason, rawHeaders: headers.flat(), bytes });
    this.#sent = sent;
    this.again = again;
  }

  override get sent(): string {
    return this.#sent;
  }
}

/** The command that sends bytes as they are, a second between the pieces, for a POSIX shell. */
export function netcatLine(...pieces: readonly Uint8Array[]): string {
  const prints = pieces.map((piece) => `printf '${Array.from(piece, escapeByte).join('')}'`);
  const all = prints.length === 1 ? prints.join('') : `(${prints.join('; sleep 1; ')})`;
  return `${all} | nc localhost 3000`;
}

// For the format of printf, inside single quotes: octal is what every printf knows.
function escapeByte(byte: number): string {
  const character = String.fromCharCode(byte);
  if (character === '\r') return '\\r';
  if (character === '\n') return '\\n';
  if (character === '%') return '%%';
  const plain = byte >= 0x20 && byte < 0x7f && character !== "'" && character !== '\\';
  return plain ? character : `\\${byte.toString(8).padStart(3, '0')}`;
}
