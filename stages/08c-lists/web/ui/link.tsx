import NextLink from 'next/link';
import type { ComponentProps } from 'react';

// Every link inside the tracker: Next.js fetches what is new and keeps the rest of the page. Not before it is asked to: what
// a tracker shows may have changed a moment later.
export function Link(link: ComponentProps<typeof NextLink>) {
  return <NextLink prefetch={false} {...link} />;
}
