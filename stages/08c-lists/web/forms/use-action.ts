'use client';

import { unstable_rethrow } from 'next/navigation';
import { type FormEvent, useActionState, useEffect, useRef, useState, useTransition } from 'react';
import { useOwner } from '../auth/owner-provider.tsx';
import { renewSession } from '../auth/renew-session.ts';
import { type FormAction, type FormState, readValues, START } from './form-state.ts';
import { clear, putBack, settle, tellLoss } from './typed.ts';

interface Options {
  // Shows at once what the form will probably change.
  show?: (form: FormData) => void;
  // A form that adds something is emptied when it is sent, ready for the next one.
  clears?: boolean;
}

// Ties a form to a server action. Without scripts the browser posts the form and `posted` is the answer; with them the
// page stays, and so does what is typed even when nobody answers.
export function useAction(action: FormAction, { show, clears = false }: Options = {}) {
  const start = { ...START, owner: useOwner() };
  const [posted, post] = useActionState(action, start);
  const [answered, setAnswered] = useState<FormState>();
  const [pending, startTransition] = useTransition();
  const last = useRef<{ form: HTMLFormElement; sent: FormData }>(undefined);

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const { currentTarget: form, nativeEvent } = event;
    const sent = new FormData(form, nativeEvent instanceof SubmitEvent ? nativeEvent.submitter : null);
    last.current = { form, sent };
    setAnswered((before) => before && { ...before, message: '' });
    if (clears) clear(form);
    startTransition(async () => {
      show?.(sent);
      const state = await submit(action, start, sent);
      const answer = clears && state.message && !putBack(form, sent) ? tellLoss(state) : state;
      // Together with the pages that the action had drawn again. Of several presses in a row a refusal stays.
      startTransition(() => setAnswered((before) => (before?.message && !answer.message ? before : answer)));
    });
  }

  useEffect(() => {
    if (answered?.saved && last.current && !clears) settle(last.current.form, last.current.sent);
  }, [answered, clears]);

  return { state: answered ?? posted, pending, form: { action: post, onSubmit, noValidate: true } };
}

async function submit(action: FormAction, start: FormState, sent: FormData): Promise<FormState> {
  try {
    const state = await action(start, sent);
    const renewed = state.session === 'ended' && (await renewSession()) === 204;
    return renewed ? await action(start, sent) : state;
  } catch (error) {
    unstable_rethrow(error);
    const message = 'The tracker does not answer. Is it running? Then try again.';
    return { ...START, message, values: readValues(sent) };
  }
}
