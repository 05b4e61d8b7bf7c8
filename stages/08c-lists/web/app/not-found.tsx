import type { Metadata } from 'next';
import { BUTTON } from '../ui/button.tsx';
import { CARD } from '../ui/card.ts';
import { Link } from '../ui/link.tsx';
import { Section } from '../ui/section.tsx';

export const metadata: Metadata = { title: 'Not found' };

export default function NotFound() {
  return (
    <Section title="There is nothing here">
      <div className={`${CARD} grid justify-items-start gap-4 p-6`}>
        <p className="text-muted">The address is not quite right, or what was here has been deleted.</p>
        <p className="flex gap-2">
          <Link className={BUTTON} href="/tasks">
            All tasks
          </Link>
          <Link className={BUTTON} href="/leads">
            All leads
          </Link>
        </p>
      </div>
    </Section>
  );
}
