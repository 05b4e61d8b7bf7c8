import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeMachine, readVersions, refuseWhenBusy, warnOfOtherWork } from '../src/machine.ts';

test('whoever measures on a busy machine is told so, and nobody on a quiet one', () => {
  const machine = { ...describeMachine(), cores: 2 };

  assert.match(warnOfOtherWork({ ...machine, busyBefore: 6.5 }) ?? '', /load 6\.5 on 2 cores/);
  assert.equal(warnOfOtherWork({ ...machine, busyBefore: 0.3 }), undefined);
});

test('figures of a busy machine are not kept: nothing is measured, unless somebody only looks', () => {
  const busy = { ...describeMachine(), cores: 2, busyBefore: 6.5 };

  assert.throws(() => refuseWhenBusy(busy, true), /load 6\.5 on 2 cores.*Nothing was measured.*--dry-run/);
  assert.match(refuseWhenBusy(busy, false) ?? '', /load 6\.5/);
  assert.equal(refuseWhenBusy({ ...busy, busyBefore: 0.3 }, true), undefined);
});

test('every version is one', () => {
  for (const [name, version] of Object.entries(readVersions())) assert.match(version, /^\d+\.\d+\.\d+/, name);
});
