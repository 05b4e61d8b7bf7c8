import assert from 'node:assert/strict';
import { test } from 'vitest';
import { parseAddress, toPath, toSearch } from '../../web/address.ts';

const ORDERS = { '': 'Oldest first', '-title': 'Title' };

test('an address says what is shown, and what it says wrongly counts for nothing', async () => {
  const right = { status: 'done', stage: 'won', q: ' call ', view: 'board', sort: '-title', page: '3' };
  const wrong = { status: 'over', stage: 'gone', q: ['a', 'b'], view: 'cube', sort: 'owner', page: '0' };

  assert.deepEqual(await parseAddress(Promise.resolve(right), ORDERS), {
    status: 'done',
    stage: 'won',
    q: 'call',
    board: true,
    sort: '-title',
    page: 3,
  });
  assert.deepEqual(await parseAddress(Promise.resolve(wrong), ORDERS), {
    status: undefined,
    stage: undefined,
    q: '',
    board: false,
    sort: '',
    page: 1,
  });
});

test('what is empty is left out of the address, and so is the first page', () => {
  assert.equal(toSearch({ status: 'done', q: '' }), '?status=done');
  assert.equal(toSearch({ status: undefined, q: '' }, 1), '');
  assert.equal(toSearch({ q: 'a&b' }, 2), '?q=a%26b&page=2');
});

test('after signing in one goes on at a path of this site, whatever the address says', () => {
  assert.equal(toPath('/leads?stage=new'), '/leads?stage=new');
  for (const next of [undefined, ['/a'], '', 'leads', 'https://evil.example/', 'javascript:alert(1)'])
    assert.equal(toPath(next), '/tasks');
  for (const next of [
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/.//evil.example',
    '/..//evil.example',
  ])
    assert.match(toPath(next), /^\/(?![/\\])/, next);
});
