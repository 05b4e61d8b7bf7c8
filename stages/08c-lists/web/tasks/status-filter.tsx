'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, startTransition, useEffect, useOptimistic, useRef } from 'react';
import { STATUSES } from '../../src/tasks/task.ts';
import { type Address, toSearch } from '../address.ts';
import { CONTROL, Field, Label } from '../forms/field.tsx';
import { readValues } from '../forms/form-state.ts';
import { STATUS_NAMES } from './status-names.ts';

// An ordinary form that asks for an address; with scripts it does so as soon as a status is chosen.
export function StatusFilter({ status, q, isBoard }: Address) {
  const router = useRouter();
  const [chosen, choose] = useOptimistic<string>(status ?? '');
  const search = useSearch(q);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const values = readValues(new FormData(event.currentTarget));
    search.note(values.q);
    startTransition(() => {
      choose(values.status ?? '');
      router.push(`/tasks${toSearch(values)}`, { scroll: false });
    });
  }

  return (
    <form className="mt-4 flex flex-wrap items-end gap-3 sm:mt-6" action="/tasks" onSubmit={submit}>
      {isBoard ? (
        <input type="hidden" name="view" value="board" />
      ) : (
        <div className="w-28 sm:w-36">
          <Label label="Status">
            <select
              className={CONTROL}
              autoComplete="off"
              name="status"
              value={chosen}
              onChange={({ currentTarget }) => currentTarget.form?.requestSubmit()}
            >
              <option value="">Any</option>
              {STATUSES.map((value) => (
                <option key={value} value={value}>
                  {STATUS_NAMES[value]}
                </option>
              ))}
            </select>
          </Label>
        </div>
      )}
      <div className="min-w-0 flex-[1_1_8rem] sm:max-w-xs">
        <Field
          label="Search"
          name="q"
          type="search"
          defaultValue={q}
          placeholder="Title or notes"
          ref={search.ref}
        />
      </div>
      <noscript>
        <button className="min-h-11 rounded-lg border border-control bg-surface px-4" type="submit">
          Apply
        </button>
      </noscript>
    </form>
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
