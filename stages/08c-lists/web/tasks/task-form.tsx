'use client';

import { Field, SubmitButton } from '../forms/field.tsx';
import { useAction } from '../forms/use-action.ts';
import { useArrival } from '../forms/use-arrival.ts';
import { Alert } from '../ui/alert.tsx';
import { CARD } from '../ui/card.ts';
import { addTask } from './actions.ts';

export function TaskForm({ leadId }: { leadId?: number }) {
  const { state, form } = useAction(addTask, { clears: true });
  useArrival(state.added);

  return (
    <>
      <form className={`${CARD} grid grid-cols-[1fr_auto] items-end gap-3 p-3 sm:p-4`} {...form}>
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
      <Alert message={state.message} about={state.about} session={state.session} />
    </>
  );
}
