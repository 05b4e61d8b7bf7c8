'use client';

import { usePathname, useRouter } from 'next/navigation';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { ignoreRepeatedPresses } from '../press.ts';

// Whether this visit has led from one page to another yet.
let travelled = false;

export function hasTravelled(): boolean {
  return travelled;
}

// In the layout, which stays while pages come and go.
export function Traveller() {
  const pathname = usePathname();
  const first = useRef(pathname);

  useLayoutEffect(() => {
    if (pathname !== first.current) travelled = true;
  }, [pathname]);

  useLayoutEffect(silenceAnnouncer, []);
  useEffect(ignoreRepeatedPresses, []);
  useFreshHistory();

  return null;
}

// Back and Forward show at once what the browser remembers of a page; what has changed or gone meanwhile is asked for.
function useFreshHistory() {
  const router = useRouter();

  useEffect(() => {
    const onPageShow = ({ persisted }: PageTransitionEvent) => persisted && router.refresh();
    const onPopState = () => router.refresh();
    window.addEventListener('pageshow', onPageShow);
    window.addEventListener('popstate', onPopState);
    return () => {
      window.removeEventListener('pageshow', onPageShow);
      window.removeEventListener('popstate', onPopState);
    };
  }, [router]);
}

// Next.js reads every new title out from an element of role alert, unless there is one with its name already. Here the
// focus goes to the heading, which says the same, and an alert is what the tracker refused.
function silenceAnnouncer() {
  const announcer = document.createElement('next-route-announcer');
  announcer.setAttribute('name', 'next-route-announcer');
  announcer.hidden = true;
  announcer.attachShadow({ mode: 'open' }).append(document.createElement('div'));
  document.body.append(announcer);
}
