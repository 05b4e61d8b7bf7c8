'use client';

import { Alert } from '../ui/alert.tsx';
import { BUTTON, Button, DANGER } from '../ui/button.tsx';
import { DeleteButton } from '../ui/delete-button.tsx';
import { Link } from '../ui/link.tsx';
import type { FormAction } from './form-state.ts';
import { useAction } from './use-action.ts';

interface Props {
  action: FormAction;
  id: number;
}

// On the page of a thing: a dialog asks, and without scripts a page of its own.
export function DeleteForm({ action, id, of }: Props & { of: string }) {
  const { state, form } = useAction(action);
  return (
    <form {...form}>
      <DeleteButton
        of={of}
        className={DANGER}
        type="submit"
        name="ask"
        value={id}
        confirm={{ type: 'submit', name: 'delete', value: id }}
      >
        Delete
      </DeleteButton>
      <Alert message={state.message} session={state.session} />
    </form>
  );
}

// On the page that asks.
export function ConfirmForm({ action, id, back }: Props & { back: string }) {
  const { state, form } = useAction(action);
  return (
    <form className="mt-5" {...form}>
      <div className="flex gap-2">
        <Link className={BUTTON} href={back}>
          Cancel
        </Link>
        <Button className={DANGER} type="submit" name="delete" value={id}>
          Delete
        </Button>
      </div>
      <Alert message={state.message} session={state.session} />
    </form>
  );
}
