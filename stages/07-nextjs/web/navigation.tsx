'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';

const VIEWS = { '/tasks': 'Tasks', '/leads': 'Leads' };

export function Navigation() {
  const pathname = usePathname();

  return (
    <nav className="flex gap-1" aria-label="Views">
      {Object.entries(VIEWS).map(([href, name]) => (
        <Link
          key={href}
          className="inline-flex min-h-9 items-center rounded-lg px-3 text-sm font-medium text-muted motion-safe:transition-colors motion-safe:duration-120 hover:bg-hover hover:text-text aria-[current]:bg-accent-soft aria-[current]:text-text"
          href={href}
          prefetch={false}
          aria-current={pathname === href ? 'page' : pathname.startsWith(`${href}/`) ? 'true' : undefined}
        >
          {name}
        </Link>
      ))}
    </nav>
  );
}
