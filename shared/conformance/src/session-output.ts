import { documentEnd } from './json-stream.ts';
import { lastLines } from './output.ts';

/** What a session said to one command: a JSON document, or an `error: …` line. */
export type Reply =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly refusal: string };

/** What a session has printed and nobody has taken yet. */
export class SessionOutput {
  #out = '';
  #err = '';

  hear(stream: 'stdout' | 'stderr', text: string): void {
    if (stream === 'stdout') this.#out += text;
    else this.#err += text;
  }

  /** Drops what an earlier command printed without being asked. */
  forget(): void {
    this.#out = '';
    this.#err = '';
  }

  /** The lines to show when an answer was expected and none was found. */
  lines(): string[] {
    return [...lastLines(this.#out, 3), ...lastLines(this.#err, 5)];
  }

  /** The next answer; what stands in its place when that is no JSON; undefined while it is not complete. */
  takeReply(): Reply | { readonly noise: string } | undefined {
    const refusal = this.takeRefusal();
    if (refusal !== undefined) return { ok: false, refusal };
    this.#out = this.#out.trimStart();
    if (this.#out === '') return undefined;
    if (!/^[{[]/.test(this.#out)) return { noise: this.#out };
    const end = documentEnd(this.#out);
    if (end === undefined) return undefined;
    const value = parse(this.#out.slice(0, end));
    if (value === undefined) return { noise: this.#out };
    this.#out = this.#out.slice(end);
    return { ok: true, value };
  }

  /** The first array that has lines to itself, whatever stands before it; undefined while there is none. */
  takeList(): unknown[] | undefined {
    for (const { index } of this.#out.matchAll(/^[ \t]*\[/gm)) {
      const end = documentEnd(this.#out.slice(index));
      if (end === undefined || !/^[ \t\r]*(\n|$)/.test(this.#out.slice(index + end))) continue;
      const value = parse(this.#out.slice(index, index + end));
      if (!Array.isArray(value)) continue;
      this.#out = this.#out.slice(index + end);
      return value;
    }
    return undefined;
  }

  /** The next complete line `error: …` on standard error. */
  takeRefusal(): string | undefined {
    const match = /^error:.*(?=\n)/m.exec(this.#err);
    if (match === null) return undefined;
    this.#err = this.#err.slice(match.index + match[0].length + 1);
    return match[0].trim();
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
