'use client';

import { useLinkStatus } from 'next/link';
import { usePathname } from 'next/navigation';
import { NavigationLink } from './header.tsx';

const VIEWS = { '/tasks': 'Tasks', '/leads': 'Leads' };

export function Navigation() {
  const pathname = usePathname();
  return Object.entries(VIEWS).map(([href, name]) => (
    <NavigationLink
      key={href}
      href={href}
      current={pathname === href ? 'page' : pathname.startsWith(`${href}/`) ? 'true' : undefined}
    >
      {name}
      <Pending />
    </NavigationLink>
  ));
}

// The old page stays until the new one is there. Where that takes longer than a moment, the link says that it was heard.
function Pending() {
  const { pending } = useLinkStatus();
  if (!pending) return null;
  return (
    <span className="ms-2 size-2 rounded-full bg-accent motion-safe:animate-pending" role="status">
      <span className="sr-only">Loading…</span>
    </span>
  );
}
