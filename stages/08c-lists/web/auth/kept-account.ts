import { decodeJwt } from 'jose';
import { cookies } from 'next/headers';
import { Account } from '../../src/users/schema.ts';

// Who has signed in is kept beside the tokens, so that no page has to ask the tracker what its menu says. It decides what
// is drawn and nothing else. The role is the token's, because it may have changed since.
export const ACCOUNT = 'account';

export async function readAccount(): Promise<Account | undefined> {
  const jar = await cookies();
  const access = jar.get('access')?.value ?? '';
  const kept = jar.get(ACCOUNT)?.value ?? '';
  try {
    const { sub, role } = decodeJwt(access);
    const account = Account.parse({ ...JSON.parse(kept), role });
    return String(account.id) === sub ? account : undefined;
  } catch {
    return undefined;
  }
}
