'use client';

import type { FormAction } from './form-state.ts';
import { Alert } from './page.tsx';
import { Action } from './row.tsx';
import { useAction } from './use-action.ts';

interface Props {
  action: FormAction;
  id: number;
  of: string;
}

export function DeleteForm({ action, id, of }: Props) {
  const { state, form } = useAction(action);

  return (
    <form {...form}>
      <Action
        label="Delete"
        of={of}
        name="id"
        value={id}
        className="min-h-9 cursor-pointer rounded-lg border border-line bg-surface px-3 text-sm font-medium text-bad motion-safe:transition-colors motion-safe:duration-120 hover:border-bad hover:bg-bad-soft"
      />
      <Alert message={state.message} />
    </form>
  );
}
