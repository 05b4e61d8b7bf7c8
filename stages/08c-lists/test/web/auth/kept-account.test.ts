import assert from 'node:assert/strict';
import { test } from 'vitest';
import { signUp } from '../../tracker.ts';
import { request } from '../pages.ts';

const { readAccount } = await import('../../../web/auth/kept-account.ts');

test('who is signed in is known without asking; the role is that of the token', async () => {
  const { user, access } = await signUp(undefined, 'admin');
  const { id, name, email } = user;
  const kept = JSON.stringify({ id, name, email, role: 'user' });
  request.cookies = new Map(Object.entries({ access, account: kept }));

  assert.deepEqual(await readAccount(), { id, name, email, role: 'admin' });
});

test('an account that is another’s, or no account at all, counts for nothing', async () => {
  const [ana, ben] = [await signUp(), await signUp()];
  for (const account of [JSON.stringify(ben.user), '{}', 'nonsense', '']) {
    request.cookies = new Map(Object.entries({ access: ana.access, account }));
    assert.equal(await readAccount(), undefined);
  }
});
