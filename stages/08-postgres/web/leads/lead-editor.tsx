'use client';

import type { Lead } from '../../src/leads/schema.ts';
import { Alert, CARD, CONTROL, Label, Saved, SubmitButton } from '../page.tsx';
import { useAction } from '../use-action.ts';
import { editLead } from './actions.ts';
import { PersonFields } from './person-fields.tsx';

export function LeadEditor({ lead }: { lead: Lead }) {
  const { state, pending, form } = useAction(editLead);
  // What was typed and refused comes before what is stored.
  const values = { ...lead, ...state.values };

  return (
    <form className={`${CARD} grid gap-4 p-4 sm:p-6`} {...form}>
      <input type="hidden" name="id" value={lead.id} />
      <PersonFields values={values} wrong={state.fields} />
      <Label label="Notes">
        <textarea
          className={`${CONTROL} field-sizing-content min-h-28 py-2.5`}
          name="notes"
          aria-invalid={state.fields.includes('notes')}
          defaultValue={values.notes}
        />
      </Label>
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton>Save changes</SubmitButton>
        <Saved saved={state.saved && !pending} />
      </div>
      <Alert message={state.message} />
    </form>
  );
}
