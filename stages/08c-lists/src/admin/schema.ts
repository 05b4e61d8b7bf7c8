import { z } from 'zod';
import { createParser, id, timestamp } from '../fields.ts';
import { type Page, pageOf } from '../paging.ts';
import { Account } from '../users/schema.ts';

const Person = Account.pick({ id: true, email: true });

export const Action = z
  .object({ id, createdAt: timestamp, admin: Person, owner: Person, method: z.string(), path: z.string() })
  .meta({ id: 'Action' });

export const ActionQuery = z.object(pageOf(['id', 'createdAt', 'method', 'path']));

export type Action = z.infer<typeof Action>;
export type ActionQuery = z.infer<typeof ActionQuery>;
export type ActionPage = Page<Action>;

export const parseActionQuery = createParser(ActionQuery);
