import type { ComponentProps } from 'react';

// Every link inside the tracker. The browser follows it by itself: what is shown stands behind the # of the address.
export function Link(link: { href: string } & ComponentProps<'a'>) {
  return <a {...link} />;
}
