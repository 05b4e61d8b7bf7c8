'use client';

import { Alert, CARD, SubmitButton } from '../page.tsx';
import { useAction } from '../use-action.ts';
import { addLead } from './actions.ts';
import { PersonFields } from './person-fields.tsx';

export function LeadForm() {
  const { state, form } = useAction(addLead, { clears: true });

  return (
    <>
      <form className={`${CARD} grid items-end gap-3 p-4 md:grid-cols-[repeat(3,1fr)_auto]`} {...form}>
        <PersonFields values={state.values} wrong={state.fields} />
        <SubmitButton>Add lead</SubmitButton>
      </form>
      <Alert message={state.message} />
    </>
  );
}
