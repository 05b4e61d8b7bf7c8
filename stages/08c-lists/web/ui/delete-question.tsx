import type { ReactNode } from 'react';
import { CARD } from './card.ts';
import { isolate } from './isolate.ts';
import { Section } from './section.tsx';

interface Props {
  of: string;
  back: { href: string; name: string };
  children: ReactNode;
}

// What the dialog asks, as a page: for browsers without scripts.
export function DeleteQuestion({ of, back, children }: Props) {
  return (
    <Section title={`Delete “${isolate(of)}”?`} back={back}>
      <div className={`${CARD} p-4 sm:p-6`}>
        <p className="text-muted">It cannot be brought back.</p>
        {children}
      </div>
    </Section>
  );
}
