import type { Action } from '../../src/admin/schema.ts';
import { Link } from '../ui/link.tsx';
import { Row } from '../ui/row.tsx';
import { Time } from '../ui/time.tsx';

export function ActionItem({ action }: { action: Action }) {
  const { id, createdAt, admin, owner, method, path } = action;
  return (
    <Row
      id={id}
      title={describeAction(method, path)}
      more={
        <>
          by <bdi>{admin.email}</bdi> ·{' '}
          <Link className="rounded hover:text-accent hover:underline" href={`/admin/users/${owner.id}/tasks`}>
            of <bdi>{owner.email}</bdi>
          </Link>{' '}
          · <Time at={createdAt} />
          <code className="block text-xs">{`${method} ${path}`}</code>
        </>
      }
    />
  );
}

// In words, as far as the path has them: /admin/users/7/tasks/3.
function describeAction(method: string, path: string): string {
  const [, kind, id] = /^\/admin\/users\/\d+\/(task|lead)s\/(\d+)$/.exec(path) ?? [];
  const done = method === 'DELETE' ? 'Deleted' : 'Changed';
  return kind ? `${done} ${kind} ${id}` : `${done} the account`;
}
