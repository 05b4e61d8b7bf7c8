import assert from 'node:assert/strict';
import { test } from 'node:test';
import { experiment } from '../02-express.ts';
import { MALFORMED } from '../malformed.ts';
import { measure } from '../src/experiment.ts';
import { findGaps } from '../src/gaps.ts';
import { Lab } from '../src/lab.ts';
import { assertFits } from './fits.ts';
import { fake, figure } from './run.ts';

test('02, measured on the references, finds less plumbing, fewer places and no gap', async () => {
  const measured = await measure(experiment);
  const of = (...names: string[]) => figure(measured.figures, ...names);

  assert.deepEqual(measured.wrong, []);
  assert.ok(of('lines', '01-http', 'share') > 0.5);
  assert.equal(of('lines', '01-http', 'operations'), 6);
  assert.equal(of('lines', '02-express', 'operations'), 10);
  assert.ok(of('lines', '02-express', 'perOperation') < of('lines', '01-http', 'perOperation'));
  assert.equal(of('field', '01-http', 'code', 'naming'), 4);
  assert.equal(of('field', '01-http', 'documentation', 'naming'), 1);
  assert.ok(of('field', '02-express', 'code', 'naming') < 4);
  assert.equal(of('field', '02-express', 'documentation', 'naming'), 0);
  assert.equal(of('malformed', '01-http', 'sent'), MALFORMED.filter(({ since }) => since === '01').length);
  assert.equal(of('malformed', '02-express', 'sent'), MALFORMED.length);
  assertFits(experiment, measured);
});

test('02, measured on a careless server, lists its gaps and says which of them it died of', async () => {
  const measured = await measure(experiment, fake('careless-server'));
  const { figures, wrong } = measured;

  assert.ok(figure(figures, 'malformed', 'careless-server', 'deaths') >= 10);
  assert.match(wrong[0] ?? '', /^careless-server answered \d+ of \d+ wrongly, among them:$/);
  assert.equal(wrong[1], 'JSON cut short: expected 400 malformed-json; the server died');
  assert.equal(wrong[2], 'null: expected 422 validation at ""; 201, and the lists changed');
  assertFits(experiment, measured);
});

test('a server that stays silent costs no more than the time there is, and what was not sent is said', async () => {
  const lab = new Lab(fake('silent-server'));
  const broken = MALFORMED.filter(({ expected }) => expected.status === 400);
  assert.ok(lab.mine);

  const { sent, unsent, gaps } = await findGaps(lab.mine, broken, 500);
  await lab.close();

  assert.equal(sent, 1);
  assert.equal(unsent, broken.length - 1 - broken.filter(({ since }) => since === '02').length);
  assert.equal(gaps[0]?.came, 'no answer within 1.5 s');
});
