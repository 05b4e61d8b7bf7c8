'use client';

import type { Lead } from '../../src/leads/schema.ts';
import { Originals } from '../forms/changes.tsx';
import { CONTROL, Label, SubmitButton } from '../forms/field.tsx';
import { Saved } from '../forms/saved.tsx';
import { useAction } from '../forms/use-action.ts';
import { UserField } from '../forms/user-field.tsx';
import { Alert } from '../ui/alert.tsx';
import { CARD } from '../ui/card.ts';
import { editLead } from './actions.ts';
import { PersonFields } from './person-fields.tsx';

interface Props {
  id: string;
  // None when it cannot be read any more: what was typed comes back all the same.
  lead: Lead | undefined;
  userId: string | undefined;
}

export function LeadEditor({ id, lead, userId }: Props) {
  const { state, pending, form } = useAction(editLead);
  const { name = '', email, company, notes = '' }: Partial<Lead> = lead ?? {};
  const originals = { name, email: email ?? '', company: company ?? '', notes };
  // What was typed and refused comes before what is stored.
  const values = { ...originals, ...state.values };

  return (
    <form className={`${CARD} grid gap-4 p-3 sm:p-6`} {...form}>
      <input type="hidden" name="id" value={id} />
      <UserField userId={userId} />
      <Originals values={originals} sent={state.values} />
      <PersonFields values={values} wrong={state.fields} />
      <Label label="Notes">
        <textarea
          className={`${CONTROL} field-sizing-content min-h-28 py-2.5`}
          name="notes"
          dir="auto"
          aria-invalid={state.fields.includes('notes')}
          defaultValue={values.notes}
        />
      </Label>
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton>Save changes</SubmitButton>
        <Saved saved={state.saved && !pending} />
      </div>
      <Alert message={state.message} session={state.session} />
    </form>
  );
}
