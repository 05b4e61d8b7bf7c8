'use client';

import { usePathname } from 'next/navigation';
import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';

// Whether this visit has led from one page to another yet.
let travelled = false;

// In the layout, which stays while pages come and go.
export function Traveller() {
  const pathname = usePathname();
  const first = useRef(pathname);

  useLayoutEffect(() => {
    if (pathname !== first.current) travelled = true;
  }, [pathname]);

  useLayoutEffect(silenceAnnouncer, []);

  return null;
}

// Next.js reads every new title out from an element of role alert, unless there is one with its name already. Here the
// focus goes to the heading, which says the same, and an alert is what the tracker refused.
function silenceAnnouncer() {
  const announcer = document.createElement('next-route-announcer');
  announcer.setAttribute('name', 'next-route-announcer');
  announcer.hidden = true;
  announcer.attachShadow({ mode: 'open' }).append(document.createElement('div'));
  document.body.append(announcer);
}

// A reader who opens another page goes on reading at its heading; at the first one the focus stays where it is.
export function Heading({ children }: { children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    if (travelled) heading.current?.focus({ preventScroll: true });
  }, []);

  return (
    <h1 className="min-w-0 text-title wrap-anywhere" ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}
