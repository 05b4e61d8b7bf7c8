'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, startTransition, useOptimistic } from 'react';
import { toSearch } from './address.ts';
import { readValues } from './form-state.ts';
import { CONTROL, Field, Label } from './page.tsx';

interface Choice {
  label: string;
  name: string;
  value: string;
  options: Record<string, string>;
}

interface Props {
  path: string;
  board?: boolean;
  choices: Choice[];
  search?: { q: string; placeholder: string };
}

// An ordinary form that asks for an address; with scripts it does so as soon as something is chosen. The page is left
// out of it: another list begins with its first one.
export function ListFilter({ path, board = false, choices, search }: Props) {
  const router = useRouter();
  const [chosen, choose] = useOptimistic<Record<string, string>>(
    Object.fromEntries(choices.map(({ name, value }) => [name, value])),
  );

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const values = readValues(new FormData(event.currentTarget));
    startTransition(() => {
      choose(values);
      router.push(path + toSearch(values), { scroll: false });
    });
  }

  return (
    <form className="mt-6 flex flex-wrap items-end gap-3" action={path} onSubmit={submit}>
      {board && <input type="hidden" name="view" value="board" />}
      {choices.map(({ label, name, options }) => (
        <div key={name} className="min-w-0 flex-[1_1_7.5rem] sm:max-w-40">
          <Label label={label}>
            <select
              className={CONTROL}
              name={name}
              value={chosen[name] ?? ''}
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
      ))}
      {search && (
        <div className="min-w-0 flex-[1_1_12rem] sm:max-w-xs">
          <Field
            label="Search"
            name="q"
            type="search"
            defaultValue={search.q}
            placeholder={search.placeholder}
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
