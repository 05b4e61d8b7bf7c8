import type { ReactNode } from 'react';
import { Link } from './link.tsx';

interface BoardProps {
  shown: number;
  total: number;
  children: ReactNode;
}

// As many columns beside each other as there is room for; none so thin that it breaks words. What a board leaves out is said.
export function Board({ shown, total, children }: BoardProps) {
  return (
    <>
      {shown < total && (
        <p className="my-3 text-sm text-muted">
          {`Here are ${shown} of them, the newest first. Each column leads to the whole list.`}
        </p>
      )}
      <div className="mt-3 grid grid-cols-[repeat(auto-fit,minmax(min(14rem,100%),1fr))] items-start gap-3">
        {children}
      </div>
    </>
  );
}

interface ColumnProps {
  name: string;
  count: number;
  empty: string;
  // Where all of them are, when the board shows a part.
  all?: string | undefined;
  children: ReactNode;
}

export function Column({ name, count, empty, all, children }: ColumnProps) {
  return (
    <section className="min-w-0 rounded-xl bg-sunken p-2">
      <h2 className="flex items-baseline justify-between px-2 pt-1 pb-1 text-heading">
        {name}
        <span className="text-sm font-normal text-muted tabular-nums">
          {count}
          {all && (
            <>
              {' · '}
              <Link
                className="rounded text-accent hover:underline"
                href={all}
                aria-label={`See all: ${name}`}
              >
                See all
              </Link>
            </>
          )}
        </span>
      </h2>
      {count > 0 ? (
        <ul className="-m-1 grid max-h-[75dvh] gap-2 overflow-y-auto p-1" aria-label={name}>
          {children}
        </ul>
      ) : (
        <p className="px-2 py-1 text-sm text-muted sm:py-3">{all ? 'None of these.' : empty}</p>
      )}
    </section>
  );
}
