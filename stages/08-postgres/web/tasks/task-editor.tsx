'use client';

import type { Lead } from '../../src/leads/schema.ts';
import type { Task } from '../../src/tasks/schema.ts';
import { Alert, CARD, CONTROL, Field, Label, Saved, SubmitButton } from '../page.tsx';
import { useAction } from '../use-action.ts';
import { editTask } from './actions.ts';
import { STATUSES } from './statuses.ts';

interface Props {
  task: Task;
  leads: readonly Pick<Lead, 'id' | 'name'>[];
}

export function TaskEditor({ task, leads }: Props) {
  const { state, pending, form } = useAction(editTask);
  // What was typed and refused comes before what is stored.
  const { title, notes, status, leadId } = { ...task, ...state.values };

  const known = leads.some(({ id }) => String(id) === String(leadId));

  return (
    <form className={`${CARD} grid gap-4 p-4 sm:p-6`} {...form}>
      <input type="hidden" name="id" value={task.id} />
      <Field
        label="Title"
        name="title"
        required
        aria-invalid={state.fields.includes('title')}
        defaultValue={title}
      />
      <Label label="Notes">
        <textarea
          className={`${CONTROL} field-sizing-content min-h-32 py-2.5`}
          name="notes"
          aria-invalid={state.fields.includes('notes')}
          defaultValue={notes}
        />
      </Label>
      <div className="grid gap-4 sm:grid-cols-2">
        <Label label="Status">
          <select className={CONTROL} name="status" defaultValue={status} key={status}>
            {Object.entries(STATUSES).map(([value, name]) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </select>
        </Label>
        <Label label="Lead">
          <select className={CONTROL} name="leadId" defaultValue={leadId ?? ''} key={leadId}>
            <option value="">None</option>
            {leads.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
            {leadId && !known && <option value={leadId}>As it was</option>}
          </select>
        </Label>
      </div>
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton>Save changes</SubmitButton>
        <Saved saved={state.saved && !pending} />
      </div>
      <Alert message={state.message} />
    </form>
  );
}
