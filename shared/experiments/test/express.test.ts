import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MALFORMED } from '../malformed.ts';
import { findGaps } from '../src/gaps.ts';
import { Lab } from '../src/lab.ts';
import { fake, figure, measure } from './run.ts';

test('02, measured on the references, finds less plumbing, fewer places and no gap', async () => {
  const { status, document } = await measure('02-express');
  const of = (...names: string[]) => Number(figure(document, ...names));

  assert.equal(status, 0);
  assert.ok(of('lines', '01-http', 'share') > 0.5);
  assert.equal(of('lines', '01-http', 'operations'), 6);
  assert.equal(of('lines', '02-express', 'operations'), 10);
  assert.ok(of('lines', '02-express', 'perOperation') < of('lines', '01-http', 'perOperation'));
  assert.equal(of('field', '01-http', 'code', 'naming'), 4);
  assert.equal(of('field', '01-http', 'documentation', 'naming'), 1);
  assert.ok(of('field', '02-express', 'code', 'naming') < 4);
  assert.equal(of('field', '02-express', 'documentation', 'naming'), 0);
  assert.equal(figure(document, 'field', '02-express', 'described'), true);
  assert.equal(of('malformed', '01-http', 'sent'), MALFORMED.filter(({ since }) => since === '01').length);
  assert.equal(of('malformed', '02-express', 'sent'), MALFORMED.length);
  assert.deepEqual(figure(document, 'malformed', '01-http', 'gaps'), []);
  assert.deepEqual(figure(document, 'malformed', '02-express', 'gaps'), []);
});

test('02, measured on a careless server, lists its gaps, says of what it died, and fails', async () => {
  const { status, document, wrong } = await measure('02-express', '--dir', fake('careless-server'));
  const gaps = figure(document, 'malformed', 'careless-server', 'gaps');

  assert.equal(status, 1);
  assert.ok(Array.isArray(gaps) && gaps.length > 40);
  assert.ok(Number(figure(document, 'malformed', 'careless-server', 'deaths')) >= 10);
  assert.match(wrong[0] ?? '', /^careless-server answered \d+ of \d+ wrongly, among them:$/);
  assert.ok(wrong.includes('JSON cut short: expected 400 malformed-json; the server died'));
  assert.ok(wrong.some((line) => /^null: expected 422 .*; 201, and the lists changed$/.test(line)));
});

test('a server that stays silent costs no more than the time there is, and what was not sent is said', async () => {
  const lab = new Lab(fake('silent-server'));
  const broken = MALFORMED.filter(({ expected }) => expected.status === 400);
  assert.ok(lab.mine);

  const { sent, unsent, gaps } = await findGaps(lab.mine, broken, 500);
  await lab.close();

  assert.equal(sent, 1);
  assert.equal(unsent, broken.length - 1 - broken.filter(({ since }) => since === '02').length);
  assert.equal(gaps[0]?.came, 'no answer within 0.8 s');
});
