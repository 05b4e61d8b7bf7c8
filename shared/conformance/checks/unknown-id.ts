import type { Outcome, Resource } from '../src/domain.ts';
import { accepted } from '../src/expect.ts';

/** An id that nothing in the list has, nor will have soon. */
export async function unknownId(listing: Promise<Outcome<Resource[]>>): Promise<number> {
  const ids = accepted(await listing).map(({ id }) => id);
  return Math.max(0, ...ids) + 4321;
}
