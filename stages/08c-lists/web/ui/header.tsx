import type { ReactNode } from 'react';
import { CheckIcon } from './icons.tsx';
import { Link } from './link.tsx';

interface Props {
  home: string;
  // Who is signed in. On a phone their navigation needs the room of the name.
  account: ReactNode;
  children: ReactNode;
}

// What stands above every view. The links of the navigation are the children.
export function Header({ home, account, children }: Props) {
  return (
    <header className="sticky top-0 z-10 border-b border-line bg-surface">
      <div className="mx-auto flex min-h-14 max-w-400 items-center justify-between gap-4 px-4 sm:px-6">
        <Link className="flex items-center gap-2 rounded font-bold tracking-tight" href={home}>
          <span className="grid size-6 place-items-center rounded-lg bg-accent text-on-accent">
            <CheckIcon />
          </span>
          <span className={children ? 'max-sm:sr-only' : ''}>Tracker</span>
        </Link>
        <div className="flex min-w-0 items-center gap-2">
          {children && (
            <nav className="flex gap-1" aria-label="Views">
              {children}
            </nav>
          )}
          {account}
        </div>
      </div>
    </header>
  );
}

interface NavigationLinkProps {
  href: string;
  // "page" is this one, "true" one below it.
  current: 'page' | 'true' | undefined;
  children: ReactNode;
}

export function NavigationLink({ href, current, children }: NavigationLinkProps) {
  return (
    <Link
      className="inline-flex min-h-9 items-center rounded-lg px-3 text-sm font-medium text-muted motion-safe:transition-colors motion-safe:duration-120 hover:bg-hover hover:text-text aria-[current]:bg-accent-soft aria-[current]:text-text"
      href={href}
      aria-current={current}
    >
      {children}
    </Link>
  );
}
