import assert from 'node:assert/strict';
import { test } from 'vitest';
import { START } from '../../../web/forms/form-state.ts';
import { fill, openPages, sentBack } from '../pages.ts';

const ANA = { name: 'Ana Pop', email: 'ana.pop@example.com', password: 'a long enough one' };

async function openActions(onTestFinished: (stop: () => void) => void) {
  await openPages(onTestFinished);
  return import('../../../web/auth/actions.ts');
}

test('who registers and who signs in goes on where they wanted to, with the cookies of the tracker', async ({
  onTestFinished,
}) => {
  const { register, signIn } = await openActions(onTestFinished);

  await assert.rejects(register(START, fill({ ...ANA, next: '/leads?stage=new' })), {
    digest: /;\/leads\?stage=new;/,
  });
  await assert.rejects(signIn(START, fill({ ...ANA, next: '//evil.example' })), { digest: /;\/tasks;/ });

  const common = { httpOnly: true, sameSite: 'lax', secure: true };
  const expected = [
    { name: 'access', path: '/', maxAge: 900, ...common },
    { name: 'refresh', path: '/auth', maxAge: 2_592_000, ...common },
    { name: 'account', path: '/', maxAge: 2_592_000, ...common },
  ];
  const kept = sentBack.map(({ value: _, expires: __, ...cookie }) => cookie);
  assert.deepEqual(kept, [...expected, ...expected]);
});

test('a refusal comes back with what was typed, but never with the password', async ({ onTestFinished }) => {
  const { register, signIn } = await openActions(onTestFinished);

  const short = await register(START, fill({ ...ANA, password: 'too short' }));
  const wrong = await signIn(START, fill({ email: 'nobody@example.com', password: 'whatever this is' }));

  assert.deepEqual([short.fields, short.values], [['password'], { name: ANA.name, email: ANA.email }]);
  assert.match(wrong.message, /address or the password is wrong/);
  assert.deepEqual(wrong.values, { email: 'nobody@example.com' });
  assert.deepEqual(sentBack, []);
});

test('blanks around an address do not matter, as browsers of phones put them there', async ({
  onTestFinished,
}) => {
  const { register, signIn } = await openActions(onTestFinished);
  const email = ` ${ANA.email} `;

  await assert.rejects(register(START, fill({ ...ANA, email })), { digest: /;\/tasks;/ });
  await assert.rejects(signIn(START, fill({ ...ANA, email })), { digest: /;\/tasks;/ });
});
