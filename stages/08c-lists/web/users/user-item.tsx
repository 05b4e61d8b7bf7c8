import type { UserWithCounts } from '../../src/users/schema.ts';
import { Action } from '../ui/button.tsx';
import { Link } from '../ui/link.tsx';
import { Badge, Row } from '../ui/row.tsx';
import { Time } from '../ui/time.tsx';

// Nobody can lock themselves out: the tracker would refuse it, so it is not offered.
export function UserItem({ user, isMe }: { user: UserWithCounts; isMe: boolean }) {
  const { id, email, name, role, disabled, createdAt, taskCount, leadCount } = user;
  const more = (
    <>
      <bdi className="block">{email}</bdi>
      {`${toCount(taskCount, 'task')} · ${toCount(leadCount, 'lead')} · since `}
      <Time at={createdAt} />
    </>
  );

  return (
    <Row
      id={id}
      title={
        <Link className="rounded hover:text-accent" href={`/admin/users/${id}/tasks`}>
          {name}
        </Link>
      }
      badge={role === 'admin' ? { name: 'Admin', tone: 'open' } : undefined}
      more={more}
    >
      {disabled && <Badge name="Disabled" tone="bad" />}
      {isMe ? <Badge name="You" tone="plain" /> : <Changes user={user} />}
    </Row>
  );
}

function Changes({ user: { id, email, role, disabled } }: { user: UserWithCounts }) {
  const button = { of: email, type: 'submit', value: id } as const;
  return (
    <>
      {role === 'admin' ? (
        <Action {...button} label="Make a user" name="demote" />
      ) : (
        <Action {...button} label="Make an admin" name="promote" />
      )}
      {disabled ? (
        <Action {...button} label="Enable" name="enable" />
      ) : (
        <Action {...button} label="Disable" name="disable" />
      )}
    </>
  );
}

function toCount(number: number, one: string): string {
  return `${number} ${one}${number === 1 ? '' : 's'}`;
}
