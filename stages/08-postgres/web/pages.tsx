import { redirect } from 'next/navigation';
import type { Page } from '../src/paging.ts';
import { toSearch } from './address.ts';
import { PageLinks } from './page-links.tsx';

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
    <PageLinks
      name={`Page ${page} of ${last}`}
      previous={page > 1 ? hrefOf(page - 1) : undefined}
      next={page < last ? hrefOf(page + 1) : undefined}
    />
  );
}
