import assert from 'node:assert/strict';
import { onTestFinished, test, vi } from 'vitest';
import { z } from 'zod';
import { Nothing, request } from '../../../web/api/request.ts';

const Step = z.object({ id: z.int(), kind: z.enum(['one', 'two']) });
const ask = () => request(z.array(Step), 'GET', '/steps');

test('a list of what was asked for is given as the schema says, and no answer where none is due', async () => {
  answerWith(Response.json([{ id: 1, kind: 'one' }]));
  assert.deepEqual(await ask(), [{ id: 1, kind: 'one' }]);

  answerWith(new Response(null, { status: 204 }));
  assert.equal(await request(Nothing, 'DELETE', '/steps/1'), undefined);
});

test('an answer of another shape is refused, and what is wrong with it is the cause', async () => {
  for (const body of [
    null,
    { id: 1, kind: 'one' },
    [{}],
    [{ id: 1, kind: 'three' }],
    [{ id: '1', kind: 'one' }],
  ]) {
    answerWith(Response.json(body));

    await assert.rejects(ask, ({ message, cause }: Error) => {
      assert.match(message, /does not understand/);
      return cause instanceof z.ZodError;
    });
  }
});

test('a problem is told in the words of the tracker; what is none, or does not come, as no answer', async () => {
  answerWith(Response.json({ detail: 'Nothing has the id 7' }, { status: 404 }));
  await assert.rejects(ask, /^Error: Nothing has the id 7$/);

  answerWith(new Response('<html>', { status: 502 }));
  await assert.rejects(ask, /does not answer/);

  answerWith(Promise.reject(new TypeError('Failed to fetch')));
  await assert.rejects(ask, /does not answer/);
});

function answerWith(answer: Response | Promise<Response>) {
  vi.stubGlobal('fetch', async () => answer);
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
}
