'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, startTransition, useOptimistic } from 'react';
import type { Status } from '../../src/tasks/task.ts';
import { toSearch } from '../address.ts';
import { readValues } from '../form-state.ts';
import { CONTROL, Field, Label } from '../page.tsx';
import { STATUSES } from './statuses.ts';

interface Props {
  status: Status | undefined;
  q: string;
  board: boolean;
}

// An ordinary form that asks for an address; with scripts it does so as soon as a status is chosen.
export function StatusFilter({ status, q, board }: Props) {
  const router = useRouter();
  const [chosen, choose] = useOptimistic<string>(status ?? '');

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const values = readValues(new FormData(event.currentTarget));
    startTransition(() => {
      choose(values.status ?? '');
      router.push(`/tasks${toSearch(values)}`, { scroll: false });
    });
  }

  return (
    <form className="mt-6 flex flex-wrap items-end gap-3" action="/tasks" onSubmit={submit}>
      {board ? (
        <input type="hidden" name="view" value="board" />
      ) : (
        <div className="w-30 sm:w-36">
          <Label label="Status">
            <select
              className={CONTROL}
              name="status"
              value={chosen}
              onChange={({ currentTarget }) => currentTarget.form?.requestSubmit()}
            >
              <option value="">Any</option>
              {Object.entries(STATUSES).map(([value, name]) => (
                <option key={value} value={value}>
                  {name}
                </option>
              ))}
            </select>
          </Label>
        </div>
      )}
      <div className="min-w-0 flex-[1_1_8rem] sm:max-w-xs">
        <Field label="Search" name="q" type="search" defaultValue={q} placeholder="Title or notes" />
      </div>
      <noscript>
        <button className="min-h-11 rounded-lg border border-control bg-surface px-4" type="submit">
          Apply
        </button>
      </noscript>
    </form>
  );
}
