import type { ReactNode } from 'react';

// As many columns beside each other as there is room for.
export function Board({ wide = false, children }: { wide?: boolean; children: ReactNode }) {
  const columns = wide ? 'sm:grid-cols-2 md:grid-cols-3 lg:grid-cols-5' : 'sm:grid-cols-3';
  return <div className={`mt-3 grid items-start gap-3 ${columns}`}>{children}</div>;
}

interface Props {
  name: string;
  count: number;
  empty: string;
  children: ReactNode;
}

export function Column({ name, count, empty, children }: Props) {
  return (
    <section className="min-w-0 rounded-xl bg-sunken p-2">
      <h2 className="flex items-baseline justify-between px-2 pt-1 pb-2 text-heading">
        {name} <span className="text-sm font-normal text-muted tabular-nums">{count}</span>
      </h2>
      {count > 0 ? (
        <ul className="grid gap-2" aria-label={name}>
          {children}
        </ul>
      ) : (
        <p className="px-2 py-3 text-sm text-muted">{empty}</p>
      )}
    </section>
  );
}
