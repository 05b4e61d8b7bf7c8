import Link from 'next/link';
import { BoardIcon, ListIcon } from './icons.tsx';

interface Props {
  path: '/tasks' | '/leads';
  board: boolean;
  boardName: string;
  q: string;
}

// Two ways to look at the same things. Which one is in the address, so that it can be kept and shared.
export function ViewSwitch({ path, board, boardName, q }: Props) {
  const query = q ? { q } : {};
  return (
    <nav className="flex gap-0.5 rounded-lg bg-sunken p-0.5" aria-label="Layout">
      <Choice href={{ pathname: path, query }} current={!board}>
        <ListIcon /> List
      </Choice>
      <Choice href={{ pathname: path, query: { ...query, view: 'board' } }} current={board}>
        <BoardIcon /> {boardName}
      </Choice>
    </nav>
  );
}

interface ChoiceProps {
  href: { pathname: string; query: Record<string, string> };
  current: boolean;
  children: React.ReactNode;
}

function Choice({ href, current, children }: ChoiceProps) {
  return (
    <Link
      className="inline-flex min-h-8 items-center gap-1.5 rounded-md px-3 text-sm font-medium text-muted motion-safe:transition-colors motion-safe:duration-120 hover:text-text aria-[current]:bg-surface aria-[current]:text-text aria-[current]:shadow-card"
      href={href}
      prefetch={false}
      aria-current={current ? 'true' : undefined}
    >
      {children}
    </Link>
  );
}
