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

const LARGEST_PAGE = 100;
const LARGEST_OFFSET = 2 ** 31 - 1;
const POSITIVE_INTEGER = 'must be a positive integer';

const count = z
  .string(POSITIVE_INTEGER)
  .regex(/^[1-9]\d*$/, POSITIVE_INTEGER)
  .transform(Number);

// What every list takes beside its own filters: one of its fields to sort by, and which page of what size.
export function pageOf<Field extends string>(fields: Field[]) {
  const names = fields.flatMap((field) => [field, `-${field}`]);
  return {
    sort: z
      .enum(names)
      .prefault('id')
      .transform((name) => readOrder(fields, name))
      .meta({ type: 'string', enum: names, default: 'id' }),
    page: count.prefault('1').meta({ type: 'integer', minimum: 1, default: 1 }),
    pageSize: count
      .refine((size) => size <= LARGEST_PAGE, `must be at most ${LARGEST_PAGE}`)
      .prefault('20')
      .meta({ type: 'integer', minimum: 1, maximum: LARGEST_PAGE, default: 20 }),
  };
}

function readOrder<Field extends string>(fields: Field[], name: string): Order<Field | 'id'> {
  const descending = name.startsWith('-');
  const field = fields.find((field) => name === (descending ? `-${field}` : field)) ?? 'id';
  return { field, direction: descending ? 'desc' : 'asc' };
}

export function toSlice({ page, pageSize }: Position) {
  return { skip: Math.min((page - 1) * pageSize, LARGEST_OFFSET), take: pageSize };
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
