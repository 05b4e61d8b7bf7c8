'use client';

import { useSyncExternalStore } from 'react';

const LOOK = { dateStyle: 'medium', timeStyle: 'short' } as const;
const IN_UTC = new Intl.DateTimeFormat('en-GB', { ...LOOK, timeZone: 'UTC' });

// The server does not know where its reader is: it writes UTC and says so, and without scripts that stays. In the browser
// the first drawing has to be the same; the one after it is in the reader's own zone.
export function Time({ at }: { at: string }) {
  const text = useSyncExternalStore(
    subscribe,
    () => new Intl.DateTimeFormat('en-GB', LOOK).format(new Date(at)),
    () => `${IN_UTC.format(new Date(at))} UTC`,
  );
  return <time dateTime={at}>{text}</time>;
}

// A reader who travels loads the page again.
function subscribe() {
  return () => {};
}
