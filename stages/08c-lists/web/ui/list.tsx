import type { ReactNode } from 'react';
import { CARD } from './card.ts';

export function List({ name, children }: { name: string; children: ReactNode }) {
  return (
    <ul className={`${CARD} divide-y divide-line overflow-clip`} aria-label={name}>
      {children}
    </ul>
  );
}
