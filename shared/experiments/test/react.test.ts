import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { experiment } from '../06-react.ts';
import { measure } from '../src/experiment.ts';
import { countStretches, FOCUS } from '../src/focus-lines.ts';
import { ROOT } from '../src/repository.ts';
import { Unmeasured } from '../src/unmeasured.ts';
import { assertFits } from './fits.ts';
import { figure } from './run.ts';

test('06, measured on the references, touches a few nodes where 05 draws all rows anew', async () => {
  const measured = await measure(experiment);
  const of = (...names: string[]) => figure(measured.figures, ...names);

  assert.deepEqual(measured.wrong, []);
  assert.ok(of('05-typescript', 'removed') >= 1000);
  assert.ok(of('06-react', 'removed') + of('06-react', 'added') <= 20);
  assert.ok(of('06-react', 'milliseconds') < of('05-typescript', 'milliseconds'));
  assertFits(experiment, measured);
});

test('a stretch of code that is not there any more is named', () => {
  const folder = path.join(ROOT, 'stages', '05-typescript');
  const [first] = FOCUS['05-typescript'];
  assert.ok(first);

  assert.throws(
    () => countStretches(folder, [{ ...first, from: 'const gone = ' }]),
    new Unmeasured('05-typescript: web/view.ts has no "const gone = ".', 'Correct src/focus-lines.ts.'),
  );
});
