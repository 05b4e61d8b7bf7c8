import { type FormEvent, useRef } from 'react';
import type { Refusal } from '../api/use-optimistic-list.ts';
import { Field, SubmitButton } from '../forms/field.tsx';
import { useDraft } from '../forms/use-draft.ts';
import { CARD } from '../ui/card.ts';

interface Props {
  onAdd: (title: string) => Promise<string | undefined>;
  onLose: (refusal: Refusal) => void;
}

export function TaskForm({ onAdd, onLose }: Props) {
  const { draft, change, clear, putBack } = useDraft({ title: '' });
  const first = useRef<HTMLInputElement>(null);

  async function submit(event: FormEvent) {
    event.preventDefault();
    clear();
    first.current?.focus();
    const reason = await onAdd(draft.title);
    if (reason && !putBack(draft)) onLose({ reason, about: draft.title });
  }

  return (
    <form
      className={`${CARD} grid grid-cols-[1fr_auto] items-end gap-3 p-3 sm:p-4`}
      noValidate
      onSubmit={submit}
    >
      <Field
        label="New task"
        ref={first}
        required
        value={draft.title}
        onChange={({ target }) => change({ title: target.value })}
      />
      <SubmitButton>Add task</SubmitButton>
    </form>
  );
}
