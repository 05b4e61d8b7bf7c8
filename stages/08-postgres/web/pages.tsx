import Link from 'next/link';
import { redirect } from 'next/navigation';
import type { Page } from '../src/paging.ts';
import { toSearch } from './address.ts';
import { BUTTON } from './page.tsx';

// As many as the tracker gives when it is not told how many; a board shows as many as it gives at all.
export const PAGE = 20;
export const BOARD_PAGE = 100;

interface Props {
  list: Page<unknown>;
  size?: number;
  path: string;
  // What stays in the address from page to page.
  kept?: Record<string, string | undefined>;
  page: number;
}

// The way through a list that is longer than a page. Whoever is behind its end, because what was there has gone or
// because the address says so, is led back to it.
export function Pages({ list: { items, total }, size = PAGE, path, kept = {}, page }: Props) {
  const last = Math.max(1, Math.ceil(total / size));
  const hrefOf = (page: number) => path + toSearch(kept, page);
  if (items.length === 0 && page > last) redirect(hrefOf(last));
  if (last === 1) return null;

  return (
    <nav className="mt-4 grid grid-cols-3 items-center gap-3" aria-label="Pages">
      <span>{page > 1 && <Step href={hrefOf(page - 1)} rel="prev" name="Previous" />}</span>
      <p className="text-center text-sm text-muted tabular-nums" role="status">{`Page ${page} of ${last}`}</p>
      <span className="text-end">
        {page < last && <Step href={hrefOf(page + 1)} rel="next" name="Next" />}
      </span>
    </nav>
  );
}

function Step({ href, rel, name }: { href: string; rel: string; name: string }) {
  return (
    <Link className={BUTTON} href={href} rel={rel} prefetch={false}>
      {name}
    </Link>
  );
}
