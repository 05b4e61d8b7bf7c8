import assert from 'node:assert/strict';
import { existsSync, rmSync } from 'node:fs';
import { it } from 'node:test';
import { findStage, readPlanned, readStages } from '../src/stages.ts';
import { proveIdentity } from '../src/verify/prove-identity.ts';
import { proveManifest } from '../src/verify/prove-manifest.ts';
import { provePapers } from '../src/verify/prove-papers.ts';
import { Learner } from './learner.ts';

const learner = new Learner();
const there = readStages(learner.place);
// The next one to come; once the course is complete, the last one, taken away for the test.
const planned = readPlanned().find(({ name }) => there.every((stage) => stage.name !== name)) ?? there.at(-1);
const before = there.findLast(({ name }) => planned !== undefined && name < planned.name);

it('strata new begins a planned stage as the one before it, and it fails until its papers are written', async () => {
  assert.ok(planned !== undefined && before !== undefined);
  rmSync(learner.file(`stages/${planned.name}`), { recursive: true, force: true });

  const { status, stdout, stderr } = await learner.strata(['new', planned.number]);

  assert.equal(status, 0, stderr);
  const stage = findStage(learner.place, planned.number);
  assert.equal(stage.title, planned.title);
  assert.deepEqual(proveManifest(learner.place, stage).problems, []);
  assert.deepEqual(proveIdentity(learner.place, stage)?.problems, []);
  const papers = provePapers(stage).problems.join('\n');
  assert.match(papers, /"The problem you feel" is empty/);
  assert.match(papers, /does not name its experiment/);
  assert.match(papers, /names no status or no date/);
  assert.match(stdout, /Until then:\n[\s\S]*"The problem you feel" is empty[\s\S]*shared\/experiments/);
  const scripts = JSON.parse(learner.read('shared/strata/package.json')).scripts;
  const { tasks } = JSON.parse(learner.read('shared/strata/turbo.json'));
  assert.equal(scripts[`verify:${planned.name}`], `node src/main.ts verify ${planned.name}`);
  const inputs = tasks[`verify:${planned.name}`].inputs.join('\n');
  assert.ok(inputs.includes(`stages/{${before.name},${planned.name}}`), inputs);
  assert.ok(tasks[`verify:${before.name}`], 'the one before keeps its own');
});

it('strata new of a stage that is there, or that nobody planned, changes nothing', async () => {
  const known = await learner.strata(['new', '01']);
  const unknown = await learner.strata(['new', '99-magic']);

  assert.deepEqual([known.status, unknown.status], [1, 2]);
  assert.match(known.stderr, /stages\/01-http is there already/);
  assert.match(unknown.stderr, /plans no stage "99-magic"/);
  assert.ok(!existsSync(learner.file('stages/99-magic')));
  assert.equal(learner.git('status', '--porcelain'), '');
});
