import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { Boundary } from './boundary.tsx';
import { Skeleton } from './skeleton.tsx';

// Next.js's own loading.tsx sends a skeleton first and a script that replaces it: without scripts the skeleton is all there
// is. So a document comes whole, and only going from page to page inside the tracker shows a skeleton meanwhile.
export async function Streamed({ children }: { children: ReactNode }) {
  const sent = await headers();
  return (
    <Boundary whole={sent.get('sec-fetch-dest') !== 'empty'} fallback={<Skeleton />}>
      {children}
    </Boundary>
  );
}
