'use client';

import { useRouter } from 'next/navigation';
import { type ReactNode, useEffect } from 'react';
import { toSearch } from '../address.ts';
import { renewSession } from './renew-session.ts';

// In a page that was opened from another one and found the session ended: renews it and draws the page again, so that
// what is typed elsewhere stays. What it says is seen only by those who wait for long, or have no scripts.
export function Renewing({ children }: { children: ReactNode }) {
  const router = useRouter();

  useEffect(() => {
    async function renew() {
      const status = await renewSession();
      if (status === 204) router.refresh();
      const { pathname, search } = location;
      if (status === 401) location.assign(`/sign-in${toSearch({ next: pathname + search })}`);
    }
    renew().catch(() => {}); // The link in it tries again.
  }, [router]);

  return <div className="motion-safe:animate-pending">{children}</div>;
}
