'use client';

import { SubmitButton } from '../forms/field.tsx';
import { useAction } from '../forms/use-action.ts';
import { useArrival } from '../forms/use-arrival.ts';
import { Alert } from '../ui/alert.tsx';
import { CARD } from '../ui/card.ts';
import { addLead } from './actions.ts';
import { PersonFields } from './person-fields.tsx';

export function LeadForm() {
  const { state, form } = useAction(addLead, { clears: true });
  useArrival(state.added);

  return (
    <>
      <form
        className={`${CARD} grid grid-cols-2 items-end gap-3 p-3 sm:grid-cols-[repeat(3,1fr)_auto] sm:p-4`}
        {...form}
      >
        <PersonFields values={state.values} wrong={state.fields} />
        <SubmitButton>Add lead</SubmitButton>
      </form>
      <Alert message={state.message} about={state.about} session={state.session} />
    </>
  );
}
