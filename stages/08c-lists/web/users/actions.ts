'use server';

import { UserWithCounts } from '../../src/users/schema.ts';
import { request } from '../api/request.ts';
import { answer, returnWithoutScripts } from '../forms/answer.ts';
import type { FormState } from '../forms/form-state.ts';
import { readUserChange } from './changes.ts';
import { toUserPath } from './queries.ts';

// As with tasks: the button that was pressed says what to do, and with whom. Who may do that, the tracker decides.
export async function changeUser(before: FormState, form: FormData): Promise<FormState> {
  const asked = readUserChange(form);
  return returnWithoutScripts(
    await answer(before, form, async () => {
      if (asked) await request(UserWithCounts, 'PATCH', toUserPath(asked.id), asked.changes);
    }),
  );
}
