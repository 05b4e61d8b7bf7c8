'use client';

import { unstable_rethrow } from 'next/navigation';
import { type FormEvent, useActionState, useState, useTransition } from 'react';
import { renewSession } from './auth/renew-session.ts';
import { type FormAction, type FormState, readValues, SESSION_ENDED, START } from './form-state.ts';

interface Options {
  // Shows at once what the form will probably change.
  show?: (form: FormData) => void;
  // A form that adds something is emptied when it is sent, ready for the next one.
  clears?: boolean;
}

// Ties a form to a server action. Without scripts the browser posts the form and `posted` is the answer; with them the
// page stays, and so does what is typed even when nobody answers.
export function useAction(action: FormAction, { show, clears = false }: Options = {}) {
  const [posted, post] = useActionState(action, START);
  const [answered, setAnswered] = useState<FormState>();
  const [pending, startTransition] = useTransition();

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const { currentTarget: form, nativeEvent } = event;
    const sent = new FormData(form, nativeEvent instanceof SubmitEvent ? nativeEvent.submitter : null);
    if (clears) clear(form);
    startTransition(async () => {
      show?.(sent);
      const state = await attempt(action, sent);
      setAnswered(clears && state.message && !putBack(form, sent) ? tellLoss(state) : state);
    });
  }

  return { state: answered ?? posted, pending, form: { action: post, onSubmit, noValidate: true } };
}

async function attempt(action: FormAction, sent: FormData): Promise<FormState> {
  try {
    const state = await action(START, sent);
    return state.message === SESSION_ENDED && (await renewSession()) === 204
      ? await action(START, sent)
      : state;
  } catch (error) {
    unstable_rethrow(error);
    const message = 'The tracker does not answer. Is it running? Then try again.';
    return { ...START, message, values: readValues(sent) };
  }
}

function clear(form: HTMLFormElement) {
  for (const field of listFields(form)) field.value = '';
  listFields(form)[0]?.focus();
}

// Answers false when something else has been typed since.
function putBack(form: HTMLFormElement, sent: FormData): boolean {
  const fields = listFields(form);
  if (fields.some(({ value }) => value !== '')) return false;
  for (const field of fields) field.value = String(sent.get(field.name) ?? '');
  return true;
}

function tellLoss(state: FormState): FormState {
  const typed = Object.values(state.values).filter(Boolean).join(' · ');
  return { ...state, message: `${state.message} Not added: ${typed}` };
}

function listFields(form: HTMLFormElement): HTMLInputElement[] {
  return [...form.querySelectorAll('input')].filter(({ type }) => type !== 'hidden');
}
