import type { UserWithCounts } from '../../src/users/schema.ts';
import { Action, Badge, Row } from '../row.tsx';

export function UserItem({ user, own }: { user: UserWithCounts; own: boolean }) {
  const { id, email, name, role, disabled, createdAt, taskCount, leadCount } = user;
  const more = (
    <>
      <span className="block">{email}</span>
      {`${count(taskCount, 'task')} · ${count(leadCount, 'lead')} · since `}
      <time dateTime={createdAt}>{DAY.format(new Date(createdAt))}</time>
    </>
  );

  return (
    <Row
      id={id}
      href={`/admin/users/${id}/tasks`}
      title={name}
      badge={role === 'admin' ? { name: 'Admin', tone: 'open' } : undefined}
      more={more}
    >
      {disabled && <Badge name="Disabled" tone="bad" />}
      {own ? (
        <Badge name="You" tone="plain" />
      ) : (
        <>
          {role === 'admin' ? (
            <Action label="Make a user" of={email} name="demote" value={id} />
          ) : (
            <Action label="Make an admin" of={email} name="promote" value={id} />
          )}
          {disabled ? (
            <Action label="Enable" of={email} name="enable" value={id} />
          ) : (
            <Action label="Disable" of={email} name="disable" value={id} />
          )}
        </>
      )}
    </Row>
  );
}

function count(number: number, one: string) {
  return `${number} ${one}${number === 1 ? '' : 's'}`;
}

const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' });
