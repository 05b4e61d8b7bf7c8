import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fake, figure, measure } from './run.ts';

test('01, measured on the references, loses half of what two sessions write and nothing of what two clients send', async () => {
  const { status, document } = await measure('01-http');

  assert.equal(status, 0);
  assert.deepEqual(figure(document, 'sessions'), { added: 50, found: 25, lost: 25, ids: 25 });
  assert.deepEqual(figure(document, 'clients'), { added: 50, found: 50, lost: 0, ids: 50 });
  assert.equal(figure(document, 'commands', 'added'), 20);
});

test('01, measured on a server that overwrites, counts what it lost and fails', async () => {
  const { status, document, wrong } = await measure('01-http', '--dir', fake('forgetful-server'));

  assert.equal(status, 1);
  assert.ok(Number(figure(document, 'clients', 'lost')) > 0);
  assert.ok(Number(figure(document, 'clients', 'ids')) < 50);
  assert.match(wrong.join('\n'), /forgetful-server: \d+ of 50 tasks were accepted and are not in the list/);
  assert.match(wrong.join('\n'), /forgetful-server: 50 tasks were given only \d+ different ids/);
});

test('01, measured on a server that does not start, says so in one sentence', async () => {
  const { status, wrong } = await measure('01-http', '--dir', fake('broken-server'));

  assert.equal(status, 1);
  assert.deepEqual(wrong.length, 1);
  assert.match(
    wrong[0] ?? '',
    /broken-server: The tracker ended before it took a request \(exit status 1\)\.$/,
  );
});
