import { type FormEvent, useRef } from 'react';
import { Field, SubmitButton } from '../page.tsx';
import { useDraft } from '../use-draft.ts';

interface Props {
  onAdd: (title: string) => Promise<string | undefined>;
  onLose: (message: string) => void;
}

export function TaskForm({ onAdd, onLose }: Props) {
  const { draft, change, clear, putBack } = useDraft({ title: '' });
  const first = useRef<HTMLInputElement>(null);

  async function submit(event: FormEvent) {
    event.preventDefault();
    clear();
    first.current?.focus();
    const refusal = await onAdd(draft.title);
    if (refusal && !putBack(draft)) onLose(`${refusal} Not added: ${draft.title}`);
  }

  return (
    <form
      className="grid items-end gap-3 rounded-lg border border-line bg-surface p-4 sm:grid-cols-[1fr_auto]"
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
