'use client';

import { useOptimistic } from 'react';
import type { UserWithCounts } from '../../src/users/schema.ts';
import { useAction } from '../forms/use-action.ts';
import { Alert } from '../ui/alert.tsx';
import { List } from '../ui/list.tsx';
import { useKeptFocus } from '../ui/use-kept-focus.ts';
import { changeUser } from './actions.ts';
import { readUserChange } from './changes.ts';
import { UserItem } from './user-item.tsx';

interface Props {
  users: readonly UserWithCounts[];
  // The id of the one who looks at them.
  me: string | undefined;
}

// The users as they will be once the tracker has done what was asked; what it refuses is undone by itself.
export function UserList({ users, me }: Props) {
  const [shown, show] = useOptimistic(users, applyChange);
  const { state, form } = useAction(changeUser, { show });
  const focus = useKeptFocus<HTMLFormElement>();

  return (
    <form {...form} {...focus}>
      <Alert message={state.message} session={state.session} />
      <List name="Users">
        {shown.map((user) => (
          <UserItem key={user.id} user={user} isMe={String(user.id) === me} />
        ))}
      </List>
    </form>
  );
}

function applyChange(users: readonly UserWithCounts[], form: FormData): readonly UserWithCounts[] {
  const asked = readUserChange(form);
  if (!asked) return users;
  return users.map((user) => (String(user.id) === asked.id ? { ...user, ...asked.changes } : user));
}
