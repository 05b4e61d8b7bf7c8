import type { ReactNode } from 'react';

// As many columns beside each other as there is room for; none so thin that it breaks words.
export function Board({ children }: { children: ReactNode }) {
  return (
    <div className="mt-3 grid grid-cols-[repeat(auto-fit,minmax(min(14rem,100%),1fr))] items-start gap-3">
      {children}
    </div>
  );
}

interface ColumnProps {
  name: string;
  count: number;
  empty: string;
  children: ReactNode;
}

export function Column({ name, count, empty, children }: ColumnProps) {
  return (
    <section className="min-w-0 rounded-xl bg-sunken p-2">
      <h2 className="flex items-baseline justify-between px-2 pt-1 pb-1 text-heading">
        {name} <span className="text-sm font-normal text-muted tabular-nums">{count}</span>
      </h2>
      {count > 0 ? (
        <ul className="grid gap-2 pt-1" aria-label={name}>
          {children}
        </ul>
      ) : (
        <p className="px-2 py-1 text-sm text-muted sm:py-3">{empty}</p>
      )}
    </section>
  );
}
