import type { Task } from '../../src/tasks/schema.ts';
import { toItemPath } from '../address.ts';
import { DeleteButton } from '../ui/delete-button.tsx';
import { PersonIcon } from '../ui/icons.tsx';
import { Link } from '../ui/link.tsx';

// What a row of the list and a card of the board have in common.

// Its id is the place in the address that a task just added is brought into view by.
export function TaskLink({ task: { id, title }, userId }: { task: Task; userId?: string | undefined }) {
  return (
    <Link
      className="scroll-my-24 rounded hover:text-accent"
      href={toItemPath('tasks', id, userId)}
      id={`task-${id}`}
    >
      {title}
    </Link>
  );
}

// Without scripts the first press asks for the page that asks.
export function DeleteTask({ task: { id, title } }: { task: Task }) {
  const confirm = { type: 'submit', name: 'delete', value: id } as const;
  return <DeleteButton of={title} type="submit" name="ask" value={id} confirm={confirm} />;
}

// The first lines of the notes, and for whom it is done.
export function TaskDetails({ notes, lead }: { notes: string; lead: string | undefined }) {
  if (!notes && !lead) return null;
  return (
    <>
      {notes && (
        <span className="line-clamp-2" dir="auto">
          {notes}
        </span>
      )}
      {lead && (
        <span className="flex items-center gap-1">
          <PersonIcon />
          <bdi className="min-w-0">{lead}</bdi>
        </span>
      )}
    </>
  );
}
