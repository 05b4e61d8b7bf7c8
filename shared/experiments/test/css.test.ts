import assert from 'node:assert/strict';
import { test } from 'node:test';
import { experiment } from '../04a-css.ts';
import { literalColours } from '../src/colours.ts';
import { measure } from '../src/experiment.ts';
import { read } from '../src/json-value.ts';
import { readDeclarations, tally } from '../src/stylesheet.ts';
import { assertFits } from './fits.ts';
import { figure } from './run.ts';

test('04a, measured on the references, finds a page that fits, names its colours and has a night', async () => {
  const measured = await measure(experiment);
  const of = (...names: string[]) => figure(measured.figures, ...names);

  assert.deepEqual(measured.wrong, []);
  assert.ok(of('03-vanilla-ui', 'overflow') > 100);
  assert.equal(of('04a-css', 'overflow'), 0);
  assert.ok(of('03-vanilla-ui', 'most') > 2);
  assert.equal(of('04a-css', 'written'), 0);
  assert.equal(read(read(measured.figures, '03-vanilla-ui'), 'dark'), '#ffffff');
  assertFits(experiment, measured);
});

test('colours are found in rules, not in tokens, and not where they are named by one', () => {
  const css = `
    :root { --accent: #2456c6; color-scheme: light dark; }
    a { color: #FFF; background: rgb(1 2 3); border: 1px solid red; }
    @media (prefers-color-scheme: dark) { a { color: #fff; box-shadow: 0 0 2px hsl(0 0% 0%) } }
    b { color: var(--accent); background: color-mix(in oklab, var(--accent), white 20%); outline-color: transparent }
    @keyframes blink { from { color: #000 } }
    #fff { transition: color 1s; font-family: tan }`;

  assert.deepEqual(tally(literalColours(readDeclarations(css))), [
    ['#fff', 2],
    ['rgb(1 2 3)', 1],
    ['red', 1],
    ['hsl(0 0% 0%)', 1],
    ['white', 1],
  ]);
});
