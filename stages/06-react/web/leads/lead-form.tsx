import { type ChangeEvent, type FormEvent, useRef } from 'react';
import type { NewLeadBody } from '../../src/leads/schema.ts';
import { Field, SubmitButton } from '../page.tsx';
import { useDraft } from '../use-draft.ts';

interface Props {
  onAdd: (lead: NewLeadBody) => Promise<string | undefined>;
  onLose: (message: string) => void;
}

export function LeadForm({ onAdd, onLose }: Props) {
  const { draft, change, clear, putBack } = useDraft({ name: '', email: '', company: '' });
  const first = useRef<HTMLInputElement>(null);

  async function submit(event: FormEvent) {
    event.preventDefault();
    clear();
    first.current?.focus();
    const refusal = await onAdd({
      name: draft.name,
      email: draft.email || null,
      company: draft.company || null,
    });
    if (refusal && !putBack(draft))
      onLose(`${refusal} Not added: ${Object.values(draft).filter(Boolean).join(' · ')}`);
  }

  function bind(field: keyof typeof draft) {
    return {
      value: draft[field],
      onChange: ({ target }: ChangeEvent<HTMLInputElement>) => change({ ...draft, [field]: target.value }),
    };
  }

  return (
    <form
      className="grid items-end gap-3 rounded-lg border border-line bg-surface p-4 sm:grid-cols-[repeat(3,1fr)_auto]"
      noValidate
      onSubmit={submit}
    >
      <Field label="Name" ref={first} required {...bind('name')} />
      <Field label="Email" inputMode="email" {...bind('email')} />
      <Field label="Company" {...bind('company')} />
      <SubmitButton>Add lead</SubmitButton>
    </form>
  );
}
