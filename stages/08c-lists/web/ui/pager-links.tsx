'use client';

import { BUTTON } from './button.tsx';
import { Link } from './link.tsx';
import { useKeptFocus } from './use-kept-focus.ts';

interface Props {
  name: string;
  previous: string | undefined;
  next: string | undefined;
}

// At the last page the link that was pressed is gone: the focus then goes to what says which page this is.
export function PagerLinks({ name, previous, next }: Props) {
  const focus = useKeptFocus<HTMLElement>();

  return (
    <nav className="mt-4" aria-label="Pages" {...focus}>
      <ul className="grid grid-cols-[1fr_auto_1fr] items-center gap-3">
        {previous && (
          <li data-id="previous">
            <Link className={BUTTON} href={previous} rel="prev">
              Previous
            </Link>
          </li>
        )}
        <li className="col-start-2 rounded text-sm text-muted tabular-nums" data-id="page" tabIndex={-1}>
          {name}
        </li>
        {next && (
          <li className="text-end" data-id="next">
            <Link className={BUTTON} href={next} rel="next">
              Next
            </Link>
          </li>
        )}
      </ul>
    </nav>
  );
}
