'use client';

import { type FormEvent, useEffect, useState } from 'react';
import { toSearch } from '../address.ts';
import { fetchSignedIn } from '../auth/renew-session.ts';
import { Field } from '../forms/field.tsx';

interface Props {
  defaultValue: string | undefined;
  wrong: boolean;
  userId: string | undefined;
}

// A choice among thousands is not a list of thousands: what is typed is searched for. Without scripts a name is typed in full.
export function LeadField({ defaultValue, wrong, userId }: Props) {
  const [q, setQ] = useState<string>();
  const names = useLeadNames(q, userId);

  function search({ currentTarget }: FormEvent<HTMLInputElement>) {
    setQ(currentTarget.value);
  }

  return (
    <>
      <Field
        label="Lead"
        name="lead"
        list="leads"
        placeholder="Nobody"
        aria-invalid={wrong}
        defaultValue={defaultValue}
        onFocus={search}
        onInput={search}
      />
      <datalist id="leads">
        {names.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  );
}

// An answer that comes after the next letter was typed is not waited for.
function useLeadNames(q: string | undefined, userId: string | undefined): string[] {
  const [names, setNames] = useState<string[]>([]);

  useEffect(() => {
    if (q === undefined) return;
    const asked = new AbortController();
    fetchSignedIn(`/lead-names${toSearch({ q, userId })}`, { signal: asked.signal })
      .then((response) => response.json())
      .then((found: unknown) => setNames(Array.isArray(found) ? found.map(String) : []))
      .catch(() => {}); // Without suggestions the name can still be typed.
    return () => asked.abort();
  }, [q, userId]);

  return names;
}
