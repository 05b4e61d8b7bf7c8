// @vitest-environment jsdom
import assert from 'node:assert/strict';
import { screen, waitFor, within } from '@testing-library/react';
import { test } from 'vitest';
import { openPage } from '../open-page.tsx';

const box = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'New task' });
const button = (name: string) => screen.getByRole('button', { name });
const rows = () => within(screen.getByRole('list', { name: 'Tasks' })).getAllByRole('listitem');
const alert = () => screen.findByRole('alert');

test('an added task is in the list, and the box free for the next, before the tracker has answered', async () => {
  const { line, user } = await openPage();
  line.hold();

  await user.type(box(), ' Buy milk {Enter}');

  assert.match(rows()[0]?.textContent ?? '', /Buy milk.*Saving/);
  assert.equal(box().value, '');
  assert.ok(document.activeElement === box());
  line.resume();
  await waitFor(() => assert.ok(button('Done: Buy milk')));
  assert.equal(rows().length, 1);
});

test('a task that the tracker refuses is taken out of the list, back in the box, and the reason told', async () => {
  const { user } = await openPage();
  const title = 'x'.repeat(201);
  await user.click(box());
  await user.paste(title);

  await user.click(button('Add task'));

  assert.match((await alert()).textContent ?? '', /at most 200 characters/);
  assert.equal(box().value, title);
  await waitFor(() => assert.ok(!screen.queryByRole('list', { name: 'Tasks' })));
});

test('a refused task whose box is in use again is named in the message, and what is being typed stays', async () => {
  const { line, user } = await openPage();
  line.hold();
  line.cut();
  await user.type(box(), 'Buy milk{Enter}Buy b');

  line.resume();

  assert.match((await alert()).textContent ?? '', /^“Buy milk”: The tracker does not answer/);
  assert.equal(box().value, 'Buy b');
});
