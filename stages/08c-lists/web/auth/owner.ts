import { decodeJwt } from 'jose';
import { cookies } from 'next/headers';

// Whose session this browser has, as its token says. The tracker verifies that with everything it is asked.
export async function readOwner(): Promise<string | undefined> {
  const access = (await cookies()).get('access')?.value;
  if (!access) return undefined;
  try {
    return decodeJwt(access).sub;
  } catch {
    return undefined;
  }
}
