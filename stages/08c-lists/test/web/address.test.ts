import assert from 'node:assert/strict';
import { test } from 'vitest';
import { parseAddress, toItemPath, toPath, toSearch } from '../../web/address.ts';

const SORTS = { '': 'Newest first', '-title': 'Title' };

test('an address says what is shown, and what it says wrongly counts for nothing', async () => {
  const right = { status: 'done', stage: 'won', q: ' call ', view: 'board', sort: '-title', page: '3' };
  const wrong = { status: 'over', stage: 'gone', q: ['a', 'b'], view: 'cube', sort: 'owner', page: '0' };

  assert.deepEqual(await parseAddress(Promise.resolve(right), SORTS), {
    status: 'done',
    stage: 'won',
    q: ' call ',
    isBoard: true,
    sort: '-title',
    page: 3,
  });
  assert.deepEqual(await parseAddress(Promise.resolve(wrong), SORTS), {
    status: undefined,
    stage: undefined,
    q: '',
    isBoard: false,
    sort: '',
    page: 1,
  });
});

test('what is empty is left out of the address, and so is the first page', () => {
  assert.equal(toSearch({ status: 'done', q: '' }), '?status=done');
  assert.equal(toSearch({ status: undefined, q: '' }, 1), '');
  assert.equal(toSearch({ q: 'a&b' }, 2), '?q=a%26b&page=2');
});

test('a thing has one path, its own or that of the user whose it is, whatever a form was sent with', () => {
  assert.equal(toItemPath('tasks', 7), '/tasks/7');
  assert.equal(toItemPath('tasks', 7, ''), '/tasks/7');
  assert.equal(toItemPath('leads', '7', '3'), '/admin/users/3/leads/7');
  assert.equal(toItemPath('leads', '../tasks/7', '3/../4'), '/admin/users/3%2F..%2F4/leads/..%2Ftasks%2F7');
});

test('after signing in one goes on at a page of this site, whatever the address says', () => {
  assert.equal(toPath('/leads?q=ana'), '/leads?q=ana');
  assert.equal(toPath('/tasks/7'), '/tasks/7');
  assert.equal(toPath('/admin?page=2'), '/admin?page=2');
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
