import type { Metadata } from 'next';
import { type Query, toPath } from '../../address.ts';
import { Section } from '../../ui/section.tsx';
import { Unavailable } from '../../ui/unavailable.tsx';

export const metadata: Metadata = { title: 'Not now' };

// Where those end whose session could be neither renewed nor ended: it is still theirs.
export default async function UnavailablePage({ searchParams }: { searchParams: Query }) {
  const { next } = await searchParams;
  return (
    <Section title="Not now">
      <Unavailable
        message="The tracker does not answer. Your session and your data are safe."
        href={toPath(next)}
      />
    </Section>
  );
}
