import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { toSearch } from '../address.ts';
import { ApiError, type SessionTrouble } from './api-error.ts';

// The header in which the proxy tells a page which address was asked for.
export const ASKED_FOR = 'x-asked-for';

type Loaded<T> =
  | { value: T; message?: undefined; session?: undefined; isPosted?: undefined }
  // A page is posted when a form on it was sent without scripts.
  | { value?: undefined; message: string; session: SessionTrouble | undefined; isPosted: boolean };

// For the pages: what cannot be read becomes a message in its place, and what is not there the page that says so. Whoever
// opens a page whose session has ended comes back to it with a new one; inside a page scripts do that; and a page that was
// posted stays, with what was typed, whatever has become of the thing or of the session.
export async function load<T>(answer: Promise<T>): Promise<Loaded<T>> {
  try {
    return { value: await answer };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const { status, message, session } = error;
    const request = await headers();
    const next = request.get(ASKED_FOR);
    const isOpened = next !== null && request.get('sec-fetch-dest') !== 'empty';
    if (session && isOpened) redirect(`/auth/renew${toSearch({ next })}`);
    const isPosted = next === null && !request.has('next-action');
    // What is not for everybody is not there for the others.
    if ((status === 403 || status === 404) && !isPosted) notFound();
    return { message, session, isPosted };
  }
}
