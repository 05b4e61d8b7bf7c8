'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, startTransition, useEffect, useOptimistic, useRef } from 'react';
import { toSearch } from '../address.ts';
import { CONTROL, Field, Label } from './field.tsx';
import { readValues } from './form-state.ts';

interface Choice {
  label: string;
  name: string;
  value: string;
  options: Record<string, string>;
}

interface Props {
  path: string;
  isBoard?: boolean;
  choices: Choice[];
  search?: { q: string; placeholder: string };
}

// An ordinary form that asks for an address; with scripts it does so as soon as something is chosen. The page is left
// out of it: another list begins with its first one.
export function ListFilter({ path, isBoard = false, choices, search }: Props) {
  const router = useRouter();
  const [chosen, choose] = useOptimistic<Record<string, string>>(
    Object.fromEntries(choices.map(({ name, value }) => [name, value])),
  );
  const box = useSearch(search?.q ?? '');

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const values = readValues(new FormData(event.currentTarget));
    box.note(values.q);
    startTransition(() => {
      choose(values);
      router.push(path + toSearch(values), { scroll: false });
    });
  }

  return (
    <form className="mt-4 flex flex-wrap items-end gap-3 sm:mt-6" action={path} onSubmit={submit}>
      {isBoard && <input type="hidden" name="view" value="board" />}
      {choices.map((choice) => (
        <Select key={choice.name} {...choice} value={chosen[choice.name] ?? ''} />
      ))}
      {search && (
        <div className="min-w-0 flex-[1_1_8rem] sm:max-w-xs">
          <Field
            label="Search"
            name="q"
            type="search"
            defaultValue={search.q}
            placeholder={search.placeholder}
            ref={box.ref}
          />
        </div>
      )}
      <noscript>
        <button className="min-h-11 rounded-lg border border-control bg-surface px-4" type="submit">
          Apply
        </button>
      </noscript>
    </form>
  );
}

function Select({ label, name, value, options }: Choice) {
  return (
    <div className="min-w-0 flex-[1_1_7rem] sm:max-w-40">
      <Label label={label}>
        <select
          className={CONTROL}
          autoComplete="off"
          name={name}
          value={value}
          onChange={({ currentTarget }) => currentTarget.form?.requestSubmit()}
        >
          {Object.entries(options).map(([value, name]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      </Label>
    </div>
  );
}

// After Back the box holds what the address says, not what was typed there before. What is being typed stays.
function useSearch(q: string) {
  const ref = useRef<HTMLInputElement>(null);
  const known = useRef(q);

  useEffect(() => {
    if (ref.current && known.current !== q) ref.current.value = q;
    known.current = q;
  }, [q]);

  return { ref, note: (asked = '') => (known.current = asked) };
}
