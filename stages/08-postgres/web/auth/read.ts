import { cookies } from 'next/headers';
import { cache } from 'react';
import { Account } from '../../src/users/schema.ts';
import { ApiError, send } from '../api.ts';

// Whether somebody has signed in with this browser. Whether that still holds, only the tracker knows.
export async function hasSignedIn(): Promise<boolean> {
  return (await cookies()).has('access');
}

// Who is signed in; undefined when nobody is, or when the tracker does not answer: the page itself says so.
export const readMe = cache(async (): Promise<Account | undefined> => {
  if (!(await hasSignedIn())) return undefined;
  try {
    return await send(Account, 'GET', '/auth/me');
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return undefined;
  }
});
