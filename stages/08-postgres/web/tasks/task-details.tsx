import { PersonIcon } from '../icons.tsx';

// The first lines of the notes, and for whom it is done.
export function TaskDetails({ notes, lead }: { notes: string; lead: string | undefined }) {
  if (!notes && !lead) return null;
  return (
    <>
      {notes && <span className="line-clamp-2">{notes}</span>}
      {lead && (
        <span className="flex items-center gap-1">
          <PersonIcon />
          {lead}
        </span>
      )}
    </>
  );
}
