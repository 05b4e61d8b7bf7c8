'use client';

import type { Task } from '../../src/tasks/schema.ts';
import { STATUSES } from '../../src/tasks/task.ts';
import { Originals } from '../forms/changes.tsx';
import { CONTROL, Field, Label, SubmitButton } from '../forms/field.tsx';
import { Saved } from '../forms/saved.tsx';
import { useAction } from '../forms/use-action.ts';
import { UserField } from '../forms/user-field.tsx';
import { writeChoice } from '../leads/lead-choice.ts';
import { LeadField } from '../leads/lead-field.tsx';
import { Alert } from '../ui/alert.tsx';
import { CARD } from '../ui/card.ts';
import { editTask } from './actions.ts';
import { STATUS_NAMES } from './status-names.ts';

interface Props {
  id: string;
  // None when it cannot be read any more: what was typed comes back all the same.
  task: Task | undefined;
  lead: { id: number; name: string } | undefined;
  userId: string | undefined;
}

export function TaskEditor({ id, task, lead, userId }: Props) {
  const { state, pending, form } = useAction(editTask);
  const { title = '', notes = '', status = 'todo' }: Partial<Task> = task ?? {};
  const originals = { title, notes, status, lead: lead ? writeChoice(lead) : '' };
  // What was typed and refused comes before what is stored.
  const values = { ...originals, ...state.values };

  return (
    <form className={`${CARD} grid gap-4 p-3 sm:p-6`} {...form}>
      <input type="hidden" name="id" value={id} />
      <UserField userId={userId} />
      <Originals values={originals} sent={state.values} />
      <Field
        label="Title"
        name="title"
        required
        aria-invalid={state.fields.includes('title')}
        defaultValue={values.title}
      />
      <Label label="Notes">
        <textarea
          className={`${CONTROL} field-sizing-content min-h-32 py-2.5`}
          name="notes"
          dir="auto"
          aria-invalid={state.fields.includes('notes')}
          defaultValue={values.notes}
        />
      </Label>
      <div className="grid gap-4 sm:grid-cols-2">
        <Label label="Status">
          <select className={CONTROL} name="status" defaultValue={values.status} key={values.status}>
            {STATUSES.map((value) => (
              <option key={value} value={value}>
                {STATUS_NAMES[value]}
              </option>
            ))}
          </select>
        </Label>
        <LeadField defaultValue={values.lead} wrong={state.fields.includes('leadId')} userId={userId} />
      </div>
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton>Save changes</SubmitButton>
        <Saved saved={state.saved && !pending} />
      </div>
      <Alert message={state.message} session={state.session} />
    </form>
  );
}
