import Link from 'next/link';
import { toSearch } from './address.ts';
import { BoardIcon, ListIcon } from './icons.tsx';

interface Props {
  path: '/tasks' | '/leads';
  board: boolean;
  boardName: string;
  // What stays in the address, whichever way one looks.
  kept: Record<string, string>;
}

// Two ways to look at the same things. Which one is in the address, so that it can be kept and shared.
export function ViewSwitch({ path, board, boardName, kept }: Props) {
  return (
    <nav className="flex gap-0.5 rounded-lg bg-sunken p-0.5" aria-label="Layout">
      <Choice href={path + toSearch(kept)} current={!board}>
        <ListIcon /> List
      </Choice>
      <Choice href={path + toSearch({ ...kept, view: 'board' })} current={board}>
        <BoardIcon /> {boardName}
      </Choice>
    </nav>
  );
}

interface ChoiceProps {
  href: string;
  current: boolean;
  children: React.ReactNode;
}

export function Choice({ href, current, children }: ChoiceProps) {
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
