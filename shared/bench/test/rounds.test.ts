import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WrongAnswer } from '../src/load.ts';
import { runRounds } from '../src/rounds.ts';
import type { Tracker } from '../src/tracker.ts';

function tracker(stage: string): Tracker {
  return { stage, title: stage, aim: async () => ({ url: stage, headers: {}, body: '[…]' }) };
}

const RUN = { requestsPerSecond: 1, askerBusy: 0.5 };

test('stages take turns, each is warmed up first, and each round begins with another one', async () => {
  const order: string[] = [];

  await runRounds([tracker('01'), tracker('02'), tracker('05')], {
    rounds: 3,
    warmUp: async ({ url }) => {
      order.push(`warm ${url}`);
      return RUN;
    },
    load: async ({ url }) => {
      order.push(url);
      return RUN;
    },
    say: () => {},
  });

  assert.deepEqual(order.slice(0, 3), ['warm 01', 'warm 02', 'warm 05']);
  assert.deepEqual(order.slice(3), ['01', '02', '05', '02', '05', '01', '05', '01', '02']);
});

test('a stage is compared with the first one of the same round', async () => {
  const speeds: Record<string, number[]> = { '01': [1000, 100, 1000], '02': [500, 60, 400] };

  const [first, second] = await runRounds([tracker('01'), tracker('02')], {
    rounds: 3,
    warmUp: async () => RUN,
    load: async ({ url }) => ({ requestsPerSecond: speeds[url]?.shift() ?? 0, askerBusy: 0.5 }),
    say: () => {},
  });

  assert.deepEqual(first?.ratio, { median: 1, lowest: 1, highest: 1 });
  assert.deepEqual(second?.ratio, { median: 0.5, lowest: 0.4, highest: 0.6 });
  assert.deepEqual(second?.requestsPerSecond, {
    median: 400,
    lowest: 60,
    highest: 500,
    runs: [500, 60, 400],
  });
  assert.equal(second?.bytes, 5);
});

test('a stage that breaks is named, and nothing is made of the others', async () => {
  const broken = { ...tracker('05'), aim: () => Promise.reject(new WrongAnswer('GET /tasks answered 500.')) };
  const options = { rounds: 1, warmUp: async () => RUN, load: async () => RUN, say: () => {} };

  await assert.rejects(runRounds([tracker('01'), broken], options), {
    message: '05: GET /tasks answered 500.',
  });
});
