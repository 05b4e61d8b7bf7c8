'use server';

import { UserWithCounts } from '../../src/users/schema.ts';
import { answer, returnWithoutScripts } from '../answer.ts';
import { send } from '../api.ts';
import type { FormState } from '../form-state.ts';
import { readChange } from './changes.ts';

// As with tasks: the button that was pressed says what to do, and with whom. Who may do that, the tracker decides.
export async function changeUser(_state: FormState, form: FormData): Promise<FormState> {
  const asked = readChange(form);
  return returnWithoutScripts(
    await answer(form, async () => {
      if (asked)
        await send(UserWithCounts, 'PATCH', `/admin/users/${encodeURIComponent(asked.id)}`, asked.change);
    }),
  );
}
