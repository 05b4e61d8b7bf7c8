// @vitest-environment jsdom
import assert from 'node:assert/strict';
import { screen, waitFor, within } from '@testing-library/react';
import { test } from 'vitest';
import { openPage } from '../open-page.tsx';

const buttons = () =>
  screen.getAllByRole('button').map(({ ariaLabel, textContent }) => ariaLabel ?? textContent);

test('a lead offers the steps that the pipeline allows, and after one of them the next', async () => {
  const { tracker, user } = await openPage({ hash: '#leads', leads: ['Ana Pop'] });
  assert.deepEqual(buttons(), ['Add lead', 'Contacted: Ana Pop', 'Lost: Ana Pop', 'Delete: Ana Pop']);

  await user.click(screen.getByRole('button', { name: 'Contacted: Ana Pop' }));

  assert.deepEqual(buttons(), ['Add lead', 'Qualified: Ana Pop', 'Lost: Ana Pop', 'Delete: Ana Pop']);
  await screen.findByText('Contacted');
  assert.equal((await tracker.leads.get(1)).name, 'Ana Pop');
});

test('a step that the tracker refuses is taken back, and what the tracker has is shown', async () => {
  const { tracker, user } = await openPage({ hash: '#leads', leads: ['Ana Pop'] });
  await tracker.send('PATCH', '/leads/1', { stage: 'lost' });

  await user.click(screen.getByRole('button', { name: 'Contacted: Ana Pop' }));

  assert.match((await screen.findByRole('alert')).textContent ?? '', /^“Ana Pop”: .*: new$/);
  assert.ok(await screen.findByRole('button', { name: 'New: Ana Pop' }));
});

test('a lead that is refused gives back everything that was typed', async () => {
  const { user } = await openPage({ hash: '#leads' });
  const typed = { Name: 'Ana Pop', Email: 'not an address', Company: 'Acme' };
  for (const [name, text] of Object.entries(typed))
    await user.type(screen.getByRole('textbox', { name }), text);

  await user.click(screen.getByRole('button', { name: 'Add lead' }));

  assert.match((await screen.findByRole('alert')).textContent ?? '', /email must be a valid e-mail address/);
  for (const [name, text] of Object.entries(typed)) {
    assert.equal(screen.getByRole<HTMLInputElement>('textbox', { name }).value, text);
  }
});

test('the pipeline shows the same leads by stage, and a step moves one on', async () => {
  const { user } = await openPage({ hash: '#leads?view=board', leads: ['Ana Pop', 'Bogdan'] });
  const column = (name: string) => within(screen.getByRole('list', { name }));
  assert.equal(column('New').getAllByRole('listitem').length, 2);

  await user.click(screen.getByRole('button', { name: 'Contacted: Bogdan' }));

  assert.ok(column('Contacted').getByText('Bogdan'));
  assert.equal(column('New').getAllByRole('listitem').length, 1);
  await user.click(screen.getByRole('link', { name: 'List' }));
  await waitFor(() => assert.equal(column('Leads').getAllByRole('listitem').length, 2));
});
