'use client';

import { useAction } from '../forms/use-action.ts';
import { Alert } from '../ui/alert.tsx';
import { BUTTON } from '../ui/button.tsx';
import { tryDemo } from './actions.ts';

// One click, and somebody is signed in who has tasks and leads already.
export function DemoForm({ next }: { next: string }) {
  const { state, form } = useAction(tryDemo);

  return (
    <form className="mt-4 border-t border-line pt-4" {...form}>
      <input type="hidden" name="next" value={next} />
      <p className="mb-3 text-sm text-muted">Only looking around? Borrow an account with data.</p>
      <button className={`${BUTTON} min-h-11 w-full justify-center`} type="submit">
        Try the demonstration
      </button>
      <Alert message={state.message} />
    </form>
  );
}
