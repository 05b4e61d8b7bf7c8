'use client';

import { useRouter } from 'next/navigation';
import { startTransition } from 'react';
import { BUTTON } from '../ui/button.tsx';
import { CARD } from '../ui/card.ts';
import { Section } from '../ui/section.tsx';

// What nobody foresaw. What it was stays on the server; here is what a person can do.
export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  const router = useRouter();

  function retry() {
    startTransition(() => {
      router.refresh();
      reset();
    });
  }

  return (
    <Section title="Something went wrong">
      <div className={`${CARD} grid justify-items-start gap-4 p-6`} role="alert">
        <p className="text-muted">This page could not be shown. What you saved before is safe.</p>
        <button className={BUTTON} type="button" onClick={retry}>
          Try again
        </button>
      </div>
    </Section>
  );
}
