'use client';

import { type ReactNode, Suspense, useState } from 'react';

interface Props {
  whole: boolean;
  fallback: ReactNode;
  children: ReactNode;
}

// How a part came is remembered: another answer for the same page must not look like another tree, or React would draw it anew.
export function Boundary({ whole, fallback, children }: Props) {
  const [cameWhole] = useState(whole);
  return cameWhole ? children : <Suspense fallback={fallback}>{children}</Suspense>;
}
