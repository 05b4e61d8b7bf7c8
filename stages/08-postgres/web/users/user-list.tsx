'use client';

import { useOptimistic } from 'react';
import type { UserWithCounts } from '../../src/users/schema.ts';
import { Alert, CARD } from '../page.tsx';
import { useAction } from '../use-action.ts';
import { useKeptFocus } from '../use-kept-focus.ts';
import { changeUser } from './actions.ts';
import { readChange } from './changes.ts';
import { UserItem } from './user-item.tsx';

interface Props {
  users: readonly UserWithCounts[];
  // Who looks at them: nobody can lock themselves out.
  me: number | undefined;
}

// The users as they will be once the tracker has done what was asked; what it refuses is undone by itself.
export function UserList({ users, me }: Props) {
  const [shown, show] = useOptimistic(users, order);
  const { state, form } = useAction(changeUser, { show });
  const focus = useKeptFocus<HTMLFormElement>();

  return (
    <form {...form} {...focus}>
      <Alert message={state.message} />
      <ul className={`${CARD} divide-y divide-line overflow-clip`} aria-label="Users">
        {shown.map((user) => (
          <UserItem key={user.id} user={user} own={user.id === me} />
        ))}
      </ul>
    </form>
  );
}

function order(users: readonly UserWithCounts[], form: FormData): readonly UserWithCounts[] {
  const asked = readChange(form);
  if (!asked) return users;
  return users.map((user) => (String(user.id) === asked.id ? { ...user, ...asked.change } : user));
}
