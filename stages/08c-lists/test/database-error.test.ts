import assert from 'node:assert/strict';
import { test } from 'vitest';
import { isAway } from '../src/database-error.ts';

function errorWith(code: string) {
  return Object.assign(new Error('It did not work'), { code });
}

test('a connection that is refused, cut or too slow is an outage, however deep it is wrapped', () => {
  for (const code of ['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', '57P01', '57014', 'P1001', 'P2024'])
    assert.equal(isAway(errorWith(code)), true, code);
  const meta = { driverAdapterError: { cause: { originalCode: '57P03' } } };
  assert.equal(isAway(Object.assign(errorWith('P2010'), { meta })), true);
});

test('a mistake of ours is none, although Node gives it a code', () => {
  for (const code of ['ERR_INVALID_ARG_TYPE', 'EACCES', 'EISDIR', '42P01', '23505', 'P2002'])
    assert.equal(isAway(errorWith(code)), false, code);
  assert.equal(isAway('ECONNREFUSED'), false);
});
