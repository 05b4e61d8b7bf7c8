import type { Request, Response } from 'express';
import { z } from 'zod';

export interface Page<Item> {
  items: Item[];
  total: number;
}

export interface Order<Field> {
  field: Field;
  direction: 'asc' | 'desc';
}

interface Position {
  page: number;
  pageSize: number;
}

export interface Slice {
  skip: number;
  take: number;
}

const LARGEST_PAGE = 100;
const LARGEST_OFFSET = 2 ** 31 - 1;
const POSITIVE_INTEGER = 'must be a positive integer';

const count = z
  .string(POSITIVE_INTEGER)
  .regex(/^[1-9]\d*$/, POSITIVE_INTEGER)
  .transform(Number);

// What every list takes beside its own filters: which of its fields to sort by, and which page of what size.
export function pageOf<Field extends string>(fields: Field[]) {
  const names = fields.flatMap((field) => [field, `-${field}`]);
  return {
    sort: z
      .string('must be a text')
      .prefault('id')
      .transform((text, context) => readOrders(fields, text, context))
      .meta({
        param: { style: 'form', explode: false },
        type: 'array',
        items: { type: 'string', enum: names },
        default: ['id'],
      }),
    page: count.prefault('1').meta({ type: 'integer', minimum: 1, default: 1 }),
    pageSize: count
      .refine((size) => size <= LARGEST_PAGE, `must be at most ${LARGEST_PAGE}`)
      .prefault('20')
      .meta({ type: 'integer', minimum: 1, maximum: LARGEST_PAGE, default: 20 }),
  };
}

function readOrders<Field extends string>(fields: Field[], text: string, context: z.RefinementCtx) {
  const orders = text.split(',').flatMap((name): Order<Field>[] => {
    const field = fields.find((field) => name === field || name === `-${field}`);
    return field ? [{ field, direction: name.startsWith('-') ? 'desc' : 'asc' }] : [];
  });
  const named = new Set(orders.map(({ field }) => field));
  if (named.size === text.split(',').length) return orders;
  context.addIssue(
    `must be fields with commas between, each once, of: ${fields.join(', ')}; - for descending`,
  );
  return z.NEVER;
}

// What is equal comes in the order of its creation.
export function toOrderBy<Field extends string>({ sort }: { sort: Order<Field>[] }) {
  return [...sort.map(({ field, direction }) => ({ [field]: direction })), { id: 'asc' as const }];
}

// One row more than the page holds says whether the list goes on. Only where its end is not in sight does anybody count.
export async function readPage<Row, Item>(
  { page, pageSize }: Position,
  read: (slice: Slice) => Promise<Row[]>,
  count: () => Promise<number>,
  toItem: (row: Row) => Item,
): Promise<Page<Item>> {
  const skip = Math.min((page - 1) * pageSize, LARGEST_OFFSET);
  const rows = await read({ skip, take: pageSize + 1 });
  const ends = rows.length <= pageSize && (rows.length > 0 || skip === 0);
  const total = ends ? skip + rows.length : await count();
  return { items: rows.slice(0, pageSize).map(toItem), total };
}

// RFC 8288. The addresses keep everything else that was asked for.
export function sendPage<Item>(
  request: Pick<Request, 'originalUrl'>,
  response: Response<Item[]>,
  { items, total }: Page<Item>,
  { page, pageSize }: Position,
) {
  const last = Math.max(1, Math.ceil(total / pageSize));
  const pages = {
    first: 1,
    ...(page > 1 && { prev: Math.min(page - 1, last) }),
    ...(page < last && { next: page + 1 }),
    last,
  };
  const links = Object.entries(pages).map(([rel, page]) => `<${addressOf(request, page)}>; rel="${rel}"`);
  response.set({ 'X-Total-Count': String(total), Link: links.join(', ') }).json(items);
}

function addressOf({ originalUrl }: Pick<Request, 'originalUrl'>, page: number) {
  const { pathname, searchParams } = new URL(originalUrl, 'http://tracker');
  searchParams.set('page', String(page));
  return `${pathname}?${searchParams}`;
}
