'use server';

import { revalidatePath } from 'next/cache';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { NextResponse } from 'next/server';
import { DEMO_ACCOUNT } from '../../src/demo/account.ts';
import { Account } from '../../src/users/schema.ts';
import { toPath } from '../address.ts';
import { expectSuccess, fetchJson } from '../api/request.ts';
import { answer } from '../forms/answer.ts';
import { type FormState, readText, START } from '../forms/form-state.ts';
import { ACCOUNT } from './kept-account.ts';

export async function signIn(_state: FormState, form: FormData): Promise<FormState> {
  return enter(form, '/auth/login', {
    email: readText(form, 'email'),
    password: readText(form, 'password'),
  });
}

export async function register(_state: FormState, form: FormData): Promise<FormState> {
  return enter(form, '/auth/register', {
    name: readText(form, 'name'),
    email: readText(form, 'email'),
    password: readText(form, 'password'),
  });
}

export async function tryDemo(_state: FormState, form: FormData): Promise<FormState> {
  const { email, password } = DEMO_ACCOUNT;
  return enter(form, '/auth/login', { email, password });
}

// The cookies of the tracker become those of the pages. What was typed goes back into the form, but never the password.
async function enter(form: FormData, path: string, body: object): Promise<FormState> {
  const state = await answer(START, form, async () => {
    const { headers, content } = expectSuccess(await fetchJson('POST', path, { body }));
    const jar = await cookies();
    const sent = new NextResponse(null, { headers }).cookies;
    for (const cookie of sent.getAll()) jar.set(cookie);
    const value = JSON.stringify(Account.parse(content));
    jar.set({ ...sent.get('refresh'), name: ACCOUNT, value, path: '/' });
  });
  const { password: _, ...values } = state.values;
  if (!state.saved) return { ...state, values };
  revalidatePath('/', 'layout');
  redirect(toPath(form.get('next')));
}
