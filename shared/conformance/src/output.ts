const KEPT = 512 * 1024;

/** What a process printed: the beginning and the end of it, bounded, however much it was. */
export class Output {
  #head = '';
  #tail = '';
  #dropped = 0;

  append(text: string): void {
    const room = KEPT - this.#head.length;
    if (room > 0) this.#head += text.slice(0, room);
    if (text.length <= room) return;
    const tail = this.#tail + text.slice(Math.max(room, 0));
    this.#dropped += Math.max(tail.length - KEPT, 0);
    this.#tail = tail.slice(-KEPT);
  }

  get text(): string {
    const gap = this.#dropped > 0 ? `\n… ${this.#dropped} characters left out …\n` : '';
    return this.#head + gap + this.#tail;
  }

  /** The last `count` lines that hold something, for a message. */
  last(count: number): string[] {
    return lastLines(this.text, count);
  }
}

/**
 * The last `count` lines of a text that hold something, each cut at 200 characters. When they are the end of a stack
 * trace, the lines from its message on instead: they say what went wrong and where.
 */
export function lastLines(text: string, count: number): string[] {
  const lines = text
    .replace(/^node:internal\/.*\n.*\n *\^\s*$/gm, '') // a line of Node's own source, pointed at
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '');
  const message = lines.findLastIndex((line) => /^\[?\w*(?:Error|Exception)\b/.test(line));
  const last = message >= 0 && message < lines.length - count;
  const shown = last ? lines.slice(message, message + count) : lines.slice(-count);
  return shown.map((line) => shorten(line, 200));
}

/** The text itself, or its beginning and an ellipsis when it is longer than `most`. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
