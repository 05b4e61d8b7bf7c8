import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PNG } from 'pngjs';
import { experiment } from '../04b-tailwind.ts';
import { literalDistances } from '../src/distances.ts';
import { measure } from '../src/experiment.ts';
import { countDifferent, mostColour } from '../src/screen.ts';
import { readDeclarations } from '../src/stylesheet.ts';
import { assertFits } from './fits.ts';
import { figure } from './run.ts';

test('04b, measured on the references, repeats less, leaves nothing behind and looks the same', async () => {
  const measured = await measure(experiment);
  const of = (...names: string[]) => figure(measured.figures, ...names);

  assert.deepEqual(measured.wrong, []);
  assert.ok(of('04b-tailwind', 'repeated') < of('04a-css', 'repeated'));
  assert.ok(of('left', '04a-css') > 0);
  assert.equal(of('left', '04b-tailwind'), 0);
  assert.ok(of('pixels', 'share') < 0.01);
  assertFits(experiment, measured);
});

test('the layers that Tailwind brings along are not counted, what is written beside them is', () => {
  const css = `
    @layer base { a { margin: 4px } }
    @layer utilities { .mt-1 { margin-top: calc(var(--spacing) * 1); @media (width >= 40rem) { padding: 0 3px } } }
    p { flex: 1 1 14rem; border: 2px solid; width: 50% }`;
  const declarations = readDeclarations(css);

  assert.deepEqual(
    declarations.map(({ property }) => property),
    ['margin-top', 'padding', 'flex', 'border', 'width'],
  );
  assert.deepEqual(literalDistances(declarations), ['3px', '14rem']);
});

test('two pictures differ in the pixels of another colour, and in those that only one has', () => {
  const [one, other] = [
    new PNG({ width: 2, height: 2, fill: true }),
    new PNG({ width: 2, height: 3, fill: true }),
  ];
  one.data.writeUInt32BE(0x112233ff, 4);

  assert.deepEqual(countDifferent(one, other), { differing: 3, all: 6 });
  assert.equal(countDifferent(one, one).differing, 0);
  assert.equal(mostColour(one), '#000000');
});
