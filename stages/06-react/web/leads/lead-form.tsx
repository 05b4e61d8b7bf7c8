import { type ChangeEvent, type FormEvent, useRef } from 'react';
import type { NewLeadBody } from '../../src/leads/schema.ts';
import type { Refusal } from '../api/use-optimistic-list.ts';
import { Field, SubmitButton } from '../forms/field.tsx';
import { useDraft } from '../forms/use-draft.ts';
import { CARD } from '../ui/card.ts';

interface Props {
  onAdd: (lead: NewLeadBody) => Promise<string | undefined>;
  onLose: (refusal: Refusal) => void;
}

export function LeadForm({ onAdd, onLose }: Props) {
  const { draft, change, clear, putBack } = useDraft({ name: '', email: '', company: '' });
  const first = useRef<HTMLInputElement>(null);

  async function submit(event: FormEvent) {
    event.preventDefault();
    clear();
    first.current?.focus();
    const reason = await onAdd({
      name: draft.name,
      email: draft.email || null,
      company: draft.company || null,
    });
    if (reason && !putBack(draft))
      onLose({ reason, about: Object.values(draft).filter(Boolean).join(' · ') });
  }

  function bind(field: keyof typeof draft) {
    return {
      value: draft[field],
      onChange: ({ target }: ChangeEvent<HTMLInputElement>) => change({ ...draft, [field]: target.value }),
    };
  }

  return (
    <form
      className={`${CARD} grid grid-cols-2 items-end gap-3 p-3 sm:grid-cols-[repeat(3,1fr)_auto] sm:p-4`}
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
