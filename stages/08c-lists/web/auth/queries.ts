import { cache } from 'react';
import { Account } from '../../src/users/schema.ts';
import { load } from '../api/load.ts';
import { request } from '../api/request.ts';
import { readAccount } from './kept-account.ts';
import { readOwner } from './owner.ts';

// Who is signed in; undefined when nobody is, or when the tracker does not answer: the page itself says so.
export const fetchMe = cache(async (): Promise<Account | undefined> => {
  if (!(await readOwner())) return undefined;
  const kept = await readAccount();
  return kept ?? (await load(request(Account, 'GET', '/auth/me'))).value;
});
