import type { FormState } from './form-state.ts';

// What is typed in a form, and not saved yet.

export function clear(form: HTMLFormElement) {
  for (const field of listFields(form)) field.value = '';
  listFields(form)[0]?.focus();
}

// Answers false when something else has been typed since.
export function putBack(form: HTMLFormElement, sent: FormData): boolean {
  const fields = listFields(form);
  if (fields.some(({ value }) => value !== '')) return false;
  for (const field of fields) field.value = String(sent.get(field.name) ?? '');
  return true;
}

// What was saved is no longer being typed: from here on the fields follow what the tracker has.
export function settle(form: HTMLFormElement, sent: FormData) {
  const fields = [
    ...form.querySelectorAll<HTMLTextAreaElement>('input:not([type=hidden]), textarea, select'),
  ];
  if (fields.every(({ name, value }) => value === sent.get(name))) form.reset();
}

export function tellLoss(state: FormState): FormState {
  const typed = Object.values(state.values).filter(Boolean).join(' · ');
  return { ...state, about: typed };
}

function listFields(form: HTMLFormElement): HTMLInputElement[] {
  return [...form.querySelectorAll('input')].filter(({ type }) => type !== 'hidden');
}
