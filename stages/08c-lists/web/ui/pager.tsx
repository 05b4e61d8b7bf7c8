import { redirect } from 'next/navigation';
import { PagerLinks } from './pager-links.tsx';

// A board shows as many as the tracker gives at once.
export const PAGE_SIZE = 20;
export const BOARD_SIZE = 100;

interface Props {
  total: number;
  page: number;
  pageSize?: number;
  toHref: (page: number) => string;
}

// The way through a list that is longer than a page. Whoever is behind its end, because what was there has gone or
// because the address says so, is led back to it.
export function Pager({ total, page, pageSize = PAGE_SIZE, toHref }: Props) {
  const last = Math.max(1, Math.ceil(total / pageSize));
  if (page > last) redirect(toHref(last));
  if (last === 1) return null;
  return (
    <PagerLinks
      name={`Page ${page} of ${last}`}
      previous={page > 1 ? toHref(page - 1) : undefined}
      next={page < last ? toHref(page + 1) : undefined}
    />
  );
}
