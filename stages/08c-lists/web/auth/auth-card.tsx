import type { ReactNode } from 'react';
import { CARD } from '../ui/card.ts';
import { Heading } from '../ui/heading.tsx';
import { Link } from '../ui/link.tsx';

interface Props {
  title: string;
  other: { question: string; name: string; href: string };
  children: ReactNode;
}

// What those see who are not signed in: one form, and the way to the other one.
export function AuthCard({ title, other, children }: Props) {
  return (
    <main className="mx-auto max-w-md px-4 pt-8 pb-16 sm:px-6 sm:pt-16">
      <div className="mb-5">
        <Heading>{title}</Heading>
      </div>
      <div className={`${CARD} p-4 sm:p-6`}>{children}</div>
      <p className="mt-5 text-sm text-muted">
        {other.question}{' '}
        <Link className="rounded font-medium text-accent hover:underline" href={other.href}>
          {other.name}
        </Link>
      </p>
    </main>
  );
}
