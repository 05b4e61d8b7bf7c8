import assert from 'node:assert/strict';
import { stripVTControlCharacters } from 'node:util';
import { drawCard } from '../src/card.ts';
import type { Experiment, Measured } from '../src/experiment.ts';

/** Throws unless the card of what was measured fits 20 lines of 80 columns. */
export function assertFits({ stage, title }: Experiment, measured: Measured): void {
  const card = stripVTControlCharacters(drawCard(`Experiment ${stage} · ${title}`, measured));
  const lines = card.split('\n');
  assert.ok(lines.length <= 20, card);
  assert.ok(
    lines.every((line) => line.length <= 80),
    card,
  );
}
