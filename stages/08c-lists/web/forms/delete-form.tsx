'use client';

import { Alert } from '../ui/alert.tsx';
import { BUTTON, Button, DANGER } from '../ui/button.tsx';
import { DeleteButton } from '../ui/delete-button.tsx';
import { Link } from '../ui/link.tsx';
import type { FormAction } from './form-state.ts';
import { useAction } from './use-action.ts';
import { UserField } from './user-field.tsx';

interface Props {
  action: FormAction;
  id: number;
  userId?: string | undefined;
}

// On the page of a thing: a dialog asks, and without scripts a page of its own.
export function DeleteForm({ action, id, userId, of }: Props & { of: string }) {
  const { state, form } = useAction(action);
  return (
    <form {...form}>
      <UserField userId={userId} />
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
export function ConfirmForm({ action, id, userId, back }: Props & { back: string }) {
  const { state, form } = useAction(action);
  return (
    <form className="mt-5" {...form}>
      <UserField userId={userId} />
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
