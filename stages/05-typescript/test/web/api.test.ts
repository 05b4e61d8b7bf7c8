import assert from 'node:assert/strict';
import { test } from 'vitest';
import { createCheck, isNumber, isOneOf, orNull, parseList } from '../../web/api.ts';

const isStep = createCheck<{ id: number; kind: 'one' | 'two'; next: number | null }>({
  id: isNumber,
  kind: isOneOf({ one: 'One', two: 'Two' }),
  next: orNull(isNumber),
});

test('a list of what was asked for is taken as it is, with fields nobody asked for', () => {
  const answer = [
    { id: 1, kind: 'one', next: 2 },
    { id: 2, kind: 'two', next: null, new: true },
  ];

  assert.equal(parseList(answer, isStep), answer);
});

test('an answer that is not a list, or holds anything else, is refused', () => {
  const one = { id: 1, kind: 'one', next: null };

  for (const answer of [
    undefined,
    null,
    one,
    [null],
    [one, {}],
    [{ ...one, kind: 'toString' }],
    [{ ...one, next: '2' }],
  ]) {
    assert.throws(() => parseList(answer, isStep), /does not understand/);
  }
});
