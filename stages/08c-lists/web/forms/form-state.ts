import type { SessionTrouble } from '../api/api-error.ts';

// What a form knows after it was sent: what was refused, in which fields, and what had been typed.
export interface FormState {
  message: string;
  fields: string[];
  values: Record<string, string>;
  saved: boolean;
  // What it is about, when that no longer stands in the form.
  about?: string;
  // The element that shows what was added.
  added?: string;
  // Whose page the form stands on; nobody's while they sign in.
  owner?: string | undefined;
  session?: SessionTrouble | undefined;
}

export type FormAction = (state: FormState, form: FormData) => Promise<FormState>;

export const START: FormState = { message: '', fields: [], values: {}, saved: false };

export function readValues(form: FormData): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of form) {
    // React adds fields of its own, so that a form works without scripts.
    if (typeof value === 'string' && !name.startsWith('$')) values[name] = value;
  }
  return values;
}

// Browsers end the lines of a text with CR LF when they send it; the tracker keeps what was typed.
export function readText(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.replaceAll('\r\n', '\n') : '';
}
