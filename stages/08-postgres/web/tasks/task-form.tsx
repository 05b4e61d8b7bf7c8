'use client';

import { Alert, CARD, Field, SubmitButton } from '../page.tsx';
import { useAction } from '../use-action.ts';
import { addTask } from './actions.ts';

export function TaskForm({ leadId }: { leadId?: number }) {
  const { state, form } = useAction(addTask, { clears: true });

  return (
    <>
      <form className={`${CARD} grid items-end gap-3 p-4 sm:grid-cols-[1fr_auto]`} {...form}>
        <Field
          label="New task"
          name="title"
          required
          aria-invalid={state.fields.includes('title')}
          defaultValue={state.values.title}
        />
        {leadId && <input type="hidden" name="leadId" value={leadId} />}
        <SubmitButton>Add task</SubmitButton>
      </form>
      <Alert message={state.message} />
    </>
  );
}
