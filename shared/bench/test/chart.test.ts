import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { drawChart } from '../src/chart.ts';
import { CHART, readResults } from '../src/results.ts';

const results = readResults();
const svg = await drawChart(results);

test('the chart has a bar, a range and a line of text for every stage', () => {
  assert.equal(svg.match(/aria-roledescription="bar"/g)?.length, results.stages.length);
  assert.equal(svg.match(/aria-roledescription="rule mark"/g)?.length, results.stages.length);
  for (const { stage, title } of results.stages)
    assert.ok(svg.includes(`>${stage.split('-')[0]} · ${title}</text>`), stage);
});

test('a bar is as long as its figure is large', () => {
  const widths = [...svg.matchAll(/aria-roledescription="bar" d="M0,\d+h([\d.]+)/g)].map(([, width]) =>
    Number(width),
  );
  const [first] = results.stages;
  assert.ok(first);

  for (const [at, { requestsPerSecond }] of results.stages.entries()) {
    const expected = requestsPerSecond.median / first.requestsPerSecond.median;
    assert.ok(Math.abs((widths[at] ?? 0) / (widths[0] ?? 0) - expected) < 0.02, svg);
  }
});

test('its colours all have a counterpart for the night', () => {
  const [, style = ''] = /<style>(.*?)<\/style>/.exec(svg) ?? [];
  const used = new Set([...svg.replace(style, '').matchAll(/#[0-9a-f]{3,8}\b/g)].map(([colour]) => colour));

  assert.ok(used.size >= 5);
  for (const colour of used) assert.ok(style.includes(`[fill="${colour}"]`), colour);
});

test('the chart that lies there is the one of the results that lie there', () => {
  assert.equal(readFileSync(CHART, 'utf8'), svg, 'npm run draw -w shared/bench');
});
