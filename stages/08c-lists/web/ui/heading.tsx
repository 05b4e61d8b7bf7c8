'use client';

import { type ReactNode, useEffect, useRef } from 'react';
import { hasTravelled } from './traveller.tsx';

// A reader who opens another page goes on reading at its heading, so it takes the focus; a box around it would tell nobody
// anything. At the first page the focus stays where it is.
export function Heading({ children }: { children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    if (hasTravelled()) heading.current?.focus({ preventScroll: true });
  }, []);

  return (
    <h1 className="min-w-0 text-title wrap-anywhere outline-none" dir="auto" ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}
