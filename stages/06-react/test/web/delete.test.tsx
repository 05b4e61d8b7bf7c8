// @vitest-environment jsdom
import assert from 'node:assert/strict';
import { screen, waitFor, within } from '@testing-library/react';
import { test } from 'vitest';
import { openPage } from './open-page.tsx';

const bin = (title: string) => screen.getByRole('button', { name: `Delete: ${title}` });
const question = () => screen.getByRole('alertdialog');

test('deleting asks first, by name, with the focus on Cancel, which gives it back and deletes nothing', async () => {
  const { line, user } = await openPage({ tasks: ['Buy milk'] });

  await user.click(bin('Buy milk'));
  assert.ok(screen.getByRole('alertdialog', { name: 'Delete “Buy milk”?' }));
  assert.ok(document.activeElement === within(question()).getByRole('button', { name: 'Cancel' }));
  await user.keyboard('{Enter}');

  await waitFor(() => assert.ok(!screen.queryByRole('alertdialog')));
  assert.ok(document.activeElement === bin('Buy milk'));
  assert.deepEqual(
    line.sent.filter((request) => request.startsWith('DELETE')),
    [],
  );
});

test('a deleted task hands the focus to the next one, and the last one to the box', async () => {
  const { tracker, user } = await openPage({ tasks: ['Buy milk', 'Call Ana'] });

  await user.click(bin('Buy milk'));
  await user.click(within(question()).getByRole('button', { name: 'Delete' }));
  assert.ok(document.activeElement === screen.getByText('Call Ana').closest('li'));
  await user.click(bin('Call Ana'));
  await user.click(within(question()).getByRole('button', { name: 'Delete' }));

  assert.ok(document.activeElement === screen.getByRole('textbox', { name: 'New task' }));
  assert.match(screen.getByRole('status').textContent ?? '', /No tasks yet/);
  await waitFor(async () => assert.deepEqual(await tracker.tasks.list(), []));
});

test('a lead that cannot be deleted comes back, and the reason is told', async () => {
  const { line, user } = await openPage({ hash: '#leads', leads: ['Ana Pop'] });
  line.cut();

  await user.click(bin('Ana Pop'));
  await user.click(within(question()).getByRole('button', { name: 'Delete' }));

  assert.match(
    (await screen.findByRole('alert')).textContent ?? '',
    /^“Ana Pop”: The tracker does not answer/,
  );
  await waitFor(() => assert.ok(bin('Ana Pop')));
});
