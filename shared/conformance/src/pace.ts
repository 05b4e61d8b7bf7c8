import { pause } from './child.ts';

/** How long after a press the same one is taken for the same act, in milliseconds; and a little for the clocks. */
const ONE_PRESS = 500;
const MARGIN = 30;
// Two things that can be pressed are at least this many pixels apart (WCAG 2.5.8).
const APART = 24;

export interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * Somebody who means it when they press twice: at the same place, or the same key again, only after the half second
 * in which a page takes both for one. Elsewhere they are as quick as they can be.
 */
export class Pace {
  #at = Number.NEGATIVE_INFINITY;
  #place: Point | string | undefined;

  /** Waits where it has to, and remembers this press: a point of the window, or a key. */
  async before(place: Point | string): Promise<void> {
    if (isSame(this.#place, place)) {
      const left = this.#at + ONE_PRESS + MARGIN - performance.now();
      if (left > 0) await pause(left);
    }
    this.#place = place;
  }

  /** The press has been made. */
  after(): void {
    this.#at = performance.now();
  }

  /** Something else happened in between, such as typing. */
  forget(): void {
    this.#place = undefined;
  }
}

function isSame(last: Point | string | undefined, next: Point | string): boolean {
  if (last === undefined) return false;
  // A key may press what a mouse has just pressed.
  if (typeof last === 'string' || typeof next === 'string')
    return typeof last !== typeof next || last === next;
  return Math.hypot(last.x - next.x, last.y - next.y) < APART;
}
