import type { ReactNode } from 'react';
import { BoardIcon, ListIcon } from './icons.tsx';
import { Link } from './link.tsx';

interface Props {
  list: string;
  board: { href: string; name: string };
  isBoard: boolean;
}

// Two ways to look at the same things. Which one is in the address, so that it can be kept, shared and gone back to.
export function ViewSwitch({ list, board, isBoard }: Props) {
  return (
    <Switch label="Layout">
      <Choice href={list} current={!isBoard}>
        <ListIcon /> List
      </Choice>
      <Choice href={board.href} current={isBoard}>
        <BoardIcon /> {board.name}
      </Choice>
    </Switch>
  );
}

export function Switch({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav className="flex gap-0.5 rounded-lg bg-sunken p-0.5" aria-label={label}>
      {children}
    </nav>
  );
}

export function Choice({ href, current, children }: { href: string; current: boolean; children: ReactNode }) {
  return (
    <Link
      className="inline-flex min-h-8 items-center gap-1.5 rounded-md px-2.5 text-sm font-medium text-muted motion-safe:transition-colors motion-safe:duration-120 hover:text-text aria-[current]:bg-surface aria-[current]:text-text aria-[current]:shadow-card"
      href={href}
      aria-current={current ? 'true' : undefined}
    >
      {children}
    </Link>
  );
}
