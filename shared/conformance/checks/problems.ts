import type { Answer } from '../src/http.ts';
import { once } from '../src/once.ts';
import { KINDS } from './kinds.ts';
import { sendLarge } from './large-body.ts';

const JSON_TYPE = { 'Content-Type': 'application/json' };

/**
 * One refusal of each kind that every server knows, for tasks and for leads, with the status it should have. Asked
 * once a run: the checks look at different sides of the same answers.
 */
export const askForProblems = once('problems', async (tracker): Promise<[Answer, number][]> => {
  const { request } = tracker;
  const answers: [Answer, number][] = [[await request('GET', '/nothing-here'), 404]];
  for (const kind of KINDS) {
    const { path, required } = kind;
    answers.push(
      [await request('POST', path, { body: `{"${required}":`, headers: JSON_TYPE }), 400],
      [await request('DELETE', `${path}/not-an-id`), 404],
      [await request('PUT', path, { json: {} }), 405],
      [await request('POST', path, { body: 'x', headers: { 'Content-Type': 'text/plain' } }), 415],
      [await request('POST', path, { json: {} }), 422],
      [await sendLarge(tracker, { method: 'POST', path, kind }, 110_000), 413],
    );
  }
  return answers;
});
