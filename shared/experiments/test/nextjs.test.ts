import assert from 'node:assert/strict';
import { test } from 'node:test';
import { experiment } from '../07-nextjs.ts';
import { measure } from '../src/experiment.ts';
import { assertFits } from './fits.ts';
import { figure } from './run.ts';

test('07, measured on the references, sends every title without a script, and 06 none', async () => {
  const measured = await measure(experiment);
  const of = (...names: string[]) => figure(measured.figures, ...names);

  assert.deepEqual(measured.wrong, []);
  assert.equal(of('06-react', 'inHtml'), 0);
  assert.equal(of('06-react', 'withoutScripts'), 0);
  assert.ok(of('06-react', 'scriptBytes') > 0);
  assert.equal(of('07-nextjs', 'inHtml'), of('07-nextjs', 'titles'));
  assert.equal(of('07-nextjs', 'withoutScripts'), of('07-nextjs', 'titles'));
  assertFits(experiment, measured);
});
