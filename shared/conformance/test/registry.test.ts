import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { checks } from '../checks/registry.ts';
import { CAPABILITIES, type Check, isForOneUser } from '../src/check.ts';
import { appliesTo, selectChecks } from '../src/selection.ts';
import { readStage } from '../src/stages.ts';
import { ROOT } from './fixture.ts';

/** The ids of the checks for which a rule does not hold. */
function breaking(holds: (check: Check) => boolean): string[] {
  return checks.filter((check) => !holds(check)).map(({ id }) => id);
}

test('every check has an id of its own, dot-separated and in kebab-case', () => {
  const ids = checks.map(({ id }) => id);

  assert.deepEqual(
    ids.filter((id, index) => ids.indexOf(id) !== index),
    [],
  );
  assert.deepEqual(
    breaking(({ id }) => /^[a-z]+(\.[a-z0-9]+(-[a-z0-9]+)*)+$/.test(id)),
    [],
  );
});

test('every check says since which stage it holds, and for which capability', () => {
  const stages = readdirSync(join(ROOT, 'stages'));

  assert.deepEqual(
    breaking(({ since }) => stages.some((name) => name.startsWith(`${since}-`))),
    [],
  );
  assert.deepEqual(
    breaking(({ capability }) => CAPABILITIES.includes(capability)),
    [],
  );
});

test('every check says what holds and why, and gives three different hints, the first of them a question', () => {
  assert.deepEqual(
    breaking(({ title, why, hints }) => [title, why, ...hints].every((text) => text.trim().length >= 15)),
    [],
  );
  assert.deepEqual(
    breaking(({ hints }) => new Set(hints).size === 3 && hints.length === 3),
    [],
  );
  assert.deepEqual(
    breaking(({ title }) => !title.endsWith('.')),
    [],
  );
  assert.deepEqual(
    breaking(({ hints }) => hints[0].includes('?')),
    [],
  );
});

for (const [stage, least] of [
  ['00', 20],
  ['01', 30],
  ['02', 50],
] as const) {
  test(`stage ${stage} selects at least ${least} checks, every one of a capability that its manifest lists`, () => {
    const { capabilities, ...rest } = readStage(ROOT, stage);

    const selected = selectChecks(checks, { capabilities, ...rest });

    assert.ok(selected.length >= least, `${selected.length} checks`);
    assert.deepEqual(new Set(selected.map(({ capability }) => capability)), new Set(capabilities));
  });
}

test('the page is looked at by at least 28 checks from stage 03 on, and by more from 04a and 07', () => {
  const capabilities = ['page', 'style', 'pages'] as const;
  const counts = capabilities.map((one) => checks.filter(({ capability }) => capability === one).length);

  assert.ok(counts[0] !== undefined && counts[0] >= 28);
  assert.ok(counts.every((count) => count >= 5));
});

for (const [stage, capabilities, least] of [
  ['08a', ['database'], 6],
  ['08b', ['accounts'], 25],
  ['08c', ['paging', 'admin'], 20],
] as const) {
  test(`from stage ${stage} on ${capabilities.join(' and ')} are looked at by at least ${least} checks`, () => {
    const own = checks.filter(({ capability, needs }) =>
      capabilities.some((one) => [capability, needs].includes(one)),
    );

    assert.ok(own.length >= least, `${own.length} checks`);
    assert.deepEqual([...new Set(own.map(({ since }) => since))], [stage]);
  });
}

test('the first part of 08 is asked all that the stage before is, by nobody in particular', () => {
  const idsAt = (stage: string): string[] => selectChecks(checks, readStage(ROOT, stage)).map(({ id }) => id);
  const [before, after] = [idsAt('07'), idsAt('08a')];

  assert.deepEqual(
    before.filter((id) => !after.includes(id)),
    [],
  );
  assert.deepEqual(
    breaking((check) => check.since > '08a' || isForOneUser(check)),
    [],
  );
});

test('a check that no longer holds is not selected for the stage that changed it', () => {
  const ids = selectChecks(checks, readStage(ROOT, '08c')).map(({ id }) => id);

  assert.ok(!ids.includes('page.many'));
  assert.ok(selectChecks(checks, readStage(ROOT, '08b')).some(({ id }) => id === 'page.many'));
});

test('a check that needs a second capability is not asked of a stage without it', () => {
  const check = { ...checks[0], since: '03', capability: 'page', needs: 'accounts' } as Check;

  assert.ok(!appliesTo(check, { number: '08a', capabilities: ['page'] }));
  assert.ok(appliesTo(check, { number: '08b', capabilities: ['page', 'accounts'] }));
});

test('a stage is named by its number in any way, and one that does not exist is refused', () => {
  for (const name of ['1', '01', '01-http']) assert.equal(readStage(ROOT, name).name, '01-http');
  assert.throws(() => readStage(ROOT, '99'), /there is no stage 99/);
});

test('a check that the contract changes later does not apply from then on', () => {
  const stage = readStage(ROOT, '01');
  const [first] = selectChecks(checks, stage);
  assert.ok(first);

  const changed = { ...first, changedIn: { stage: '01', adr: 'stages/01-http/ADR.md' } };

  assert.deepEqual(
    selectChecks([changed, { ...changed, changedIn: { stage: '02', adr: '' } }], stage).length,
    1,
  );
});
