import type { ReactNode } from 'react';
import { Heading } from './heading.tsx';
import { BackIcon } from './icons.tsx';
import { Link } from './link.tsx';

interface SectionProps {
  title: string;
  back?: { href: string; name: string };
  aside?: ReactNode;
  // A board wants all the room there is; lines of text do not.
  wide?: boolean;
  children: ReactNode;
}

// One view: its heading, what stands beside it, and what it is about.
export function Section({ title, back, aside, wide = false, children }: SectionProps) {
  return (
    <main className={`mx-auto px-4 pt-5 pb-16 sm:px-6 sm:pt-10 ${wide ? 'max-w-400' : 'max-w-5xl'}`}>
      {back && (
        <Link
          className="-ms-1 mb-3 inline-flex min-h-6 items-center gap-1 rounded text-sm text-muted hover:text-text"
          href={back.href}
        >
          <BackIcon />
          {back.name}
        </Link>
      )}
      <div className="mb-4 flex flex-wrap items-center justify-between gap-3 sm:mb-5">
        <Heading>{title}</Heading>
        {aside}
      </div>
      {children}
    </main>
  );
}

export function Panel({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="min-w-0">
      <h2 className="mb-3 text-heading">{title}</h2>
      {children}
    </section>
  );
}
