/// <reference lib="dom" />
import { PNG } from 'pngjs';
import type { Visit } from '../../conformance/src/visit.ts';

/** By how many pixels a page is wider than its window. */
export function measureOverflow({ page }: Visit): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
}

/** What the window shows. */
export async function takePicture({ page }: Visit): Promise<PNG> {
  return PNG.sync.read(await page.screenshot({ animations: 'disabled', caret: 'hide' }));
}

/** The colour that most of a picture has: `#ffffff`. */
export function mostColour({ data }: PNG): string {
  const counts = new Map<number, number>();
  for (let at = 0; at < data.length; at += 4) {
    const colour = data.readUIntBE(at, 3);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const [most = 0] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? [];
  return `#${most.toString(16).padStart(6, '0')}`;
}

/** How many pixels of two pictures differ, however little; what only one of them has differs too. */
export function countDifferent(one: PNG, other: PNG): { differing: number; all: number } {
  const [width, height] = [Math.max(one.width, other.width), Math.max(one.height, other.height)];
  const at = ({ width, height, data }: PNG, x: number, y: number): number =>
    x < width && y < height ? data.readUInt32BE((y * width + x) * 4) : -1;
  let differing = 0;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) if (at(one, x, y) !== at(other, x, y)) differing += 1;
  }
  return { differing, all: width * height };
}
