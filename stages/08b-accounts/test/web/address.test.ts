import assert from 'node:assert/strict';
import { test } from 'vitest';
import { parseAddress, toSearch } from '../../web/address.ts';

test('an address says what is shown, and what it says wrongly counts for nothing', async () => {
  const right = Promise.resolve({ status: 'done', q: ' call ', view: 'board' });
  const wrong = Promise.resolve({ status: 'over', q: ['a', 'b'], view: 'cube' });

  assert.deepEqual(await parseAddress(right), { status: 'done', q: ' call ', isBoard: true });
  assert.deepEqual(await parseAddress(wrong), { status: undefined, q: '', isBoard: false });
});

test('what is empty is left out of the address', () => {
  assert.equal(toSearch({ status: 'done', q: '' }), '?status=done');
  assert.equal(toSearch({ status: undefined, q: '' }), '');
  assert.equal(toSearch({ q: 'a&b' }), '?q=a%26b');
});
