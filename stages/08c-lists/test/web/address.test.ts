import assert from 'node:assert/strict';
import { test } from 'vitest';
import { parseAddress, toPath, toSearch } from '../../web/address.ts';

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

test('after signing in one goes on at a page of this site, whatever the address says', () => {
  assert.equal(toPath('/leads?q=ana'), '/leads?q=ana');
  assert.equal(toPath('/tasks/7'), '/tasks/7');
  for (const next of [
    ...[undefined, ['/tasks/7'], '', 'leads', 'https://evil.example/leads', 'javascript:alert(1)'],
    ...[
      '//evil.example/leads',
      '/\\evil.example',
      '/\t/evil.example',
      '/.//evil.example',
      '/..//evil.example',
    ],
    ...['/sign-in', '/sign-in?next=/leads', '//sign-in', '/tasks/../register', '/auth/renew', '/unavailable'],
  ])
    assert.equal(toPath(next), '/tasks');
});
