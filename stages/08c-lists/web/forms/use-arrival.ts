'use client';

import { usePathname, useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { toSearch } from '../address.ts';

// Brings what was added into view. Where the filter hides it, the whole list is opened at its place.
export function useArrival(added: string | undefined) {
  const router = useRouter();
  const pathname = usePathname();

  useEffect(() => {
    if (!added) return;
    const arrived = document.getElementById(added);
    if (arrived) arrived.scrollIntoView({ block: 'nearest' });
    else {
      const view = new URLSearchParams(window.location.search).get('view') ?? '';
      router.push(`${pathname}${toSearch({ view })}#${added}`);
    }
  }, [added, pathname, router]);
}
