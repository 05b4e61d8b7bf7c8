import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { experiment } from '../05-typescript.ts';
import { SLIPS } from '../slips.ts';
import { measure } from '../src/experiment.ts';
import { read } from '../src/json-value.ts';
import { ROOT } from '../src/repository.ts';
import { namesIn } from '../src/slip-copies.ts';
import { assertFits } from './fits.ts';

test('05, measured on the references, reads more slips than 04b and leaves fewer to a user', async () => {
  const measured = await measure(experiment);
  const count = (stage: string, what: string): number => {
    const names = read(read(measured.figures, stage), what);
    return Array.isArray(names) ? names.length : Number.NaN;
  };

  assert.deepEqual(measured.wrong, []);
  for (const stage of ['04b-tailwind', '05-typescript']) {
    assert.equal(count(stage, 'made'), SLIPS.length);
    assert.equal(count(stage, 'read') + count(stage, 'tested') + count(stage, 'left'), SLIPS.length);
  }
  assert.equal(count('04b-tailwind', 'read'), 0);
  assert.ok(count('05-typescript', 'read') >= 12);
  assert.ok(count('05-typescript', 'left') < count('04b-tailwind', 'left'));
  assertFits(experiment, measured);
});

test('there are twenty slips, and each can be made in exactly one place of its file in both stages', () => {
  assert.equal(SLIPS.length, 20);
  for (const { name, javascript, typescript } of SLIPS) {
    for (const [stage, { file, find, replace }] of [
      ['04b-tailwind', javascript],
      ['05-typescript', typescript],
    ] as const) {
      const text = readFileSync(path.join(ROOT, 'stages', stage, file), 'utf8');
      assert.equal(text.split(find).length, 2, `${name}, ${stage}`);
      assert.notEqual(find, replace, name);
    }
  }
});

test('a copy is named by the paths that a tool prints', () => {
  const output =
    '03/src/a.ts(1,2): error\n{"path":"17/web/index.html"} C:\\x\\08\\test\\b.ts 2026/src 44/dist/x.js';

  assert.deepEqual([...namesIn(output)], ['03', '17', '08']);
});
