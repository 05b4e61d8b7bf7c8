import Image from 'next/image';
import type { ReactNode } from 'react';
import nothing from './nothing.svg';

// Says how many there are, or what to do when there are none. A screen reader hears it change.
export function Summary({ count, one, empty }: { count: number; one: string; empty: ReactNode }) {
  if (count > 0) {
    return (
      <p className="my-3 text-sm text-muted" role="status">{`${count} ${one}${count === 1 ? '' : 's'}`}</p>
    );
  }
  return (
    <div className="my-3 grid justify-items-center gap-3 rounded-xl border border-dashed border-line px-6 py-8 text-center text-muted sm:py-12">
      <Image src={nothing} alt="" />
      <p className="min-w-0 wrap-anywhere" role="status">
        {empty}
      </p>
    </div>
  );
}
