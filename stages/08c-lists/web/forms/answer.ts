import { revalidatePath } from 'next/cache';
import { headers } from 'next/headers';
import { RedirectType, redirect } from 'next/navigation';
import { toSearch } from '../address.ts';
import { ApiError } from '../api/api-error.ts';
import { readOwner } from '../auth/owner.ts';
import { type FormState, readValues, START } from './form-state.ts';

// Does what a form asks for and says how it went. What the tracker refuses goes back into the form as it was typed.
export async function answer(
  { owner }: FormState,
  form: FormData,
  act: () => Promise<unknown>,
): Promise<FormState> {
  try {
    await expectSameOwner(owner);
    await act();
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const { message, fields, session } = error;
    return { ...START, owner, message, fields, session, values: readValues(form) };
  }
  return { ...START, owner, saved: true };
}

// All tabs of a browser share its cookies. What was typed on the page of one person is not saved as another's.
async function expectSameOwner(owner: string | undefined) {
  const now = await readOwner();
  if (!owner || !now || owner === now) return;
  throw new ApiError('Nothing was saved: somebody else has signed in with this browser.', {
    session: 'other',
  });
}

// Lets the page that holds the form, and every page that the browser remembers, be drawn again.
export function drawAgain(state: FormState): FormState {
  if (state.saved) revalidatePath('/', 'layout');
  return state;
}

// A browser without scripts shows the answer to a POST as a page: sent back to where it was, it may reload that page.
export async function returnWithoutScripts(state: FormState): Promise<FormState> {
  const sent = await headers();
  if (!state.saved || sent.has('next-action')) return drawAgain(state);
  const { pathname, search, searchParams } = new URL(sent.get('referer') ?? '/', 'http://tracker');
  const path = pathname.replace(/^\/+/, '/'); // Two slashes would lead to another host.
  if (!state.added) redirect(path + search);
  // No filter may hide what was added.
  redirect(`${path}${toSearch({ view: searchParams.get('view') ?? '' })}#${state.added}`);
}

// What was deleted has no page any more: the list takes its place, also where Back would lead.
export function leave(state: FormState, path: string): FormState {
  if (!state.saved) return state;
  drawAgain(state);
  redirect(path, RedirectType.replace);
}
