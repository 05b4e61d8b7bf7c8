import type { ComponentProps, MouseEvent, ReactNode } from 'react';

// What both views are made of: each look is written once, and used by name.

export function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section className="mx-auto max-w-3xl px-4 pt-6 pb-8" aria-labelledby={`${id}-heading`}>
      <h1 className="mb-4 text-title font-bold" id={`${id}-heading`} tabIndex={-1}>
        {title}
      </h1>
      {children}
    </section>
  );
}

export const CONTROL = 'min-h-11 w-full rounded-lg border border-control bg-surface px-3 text-base text-text';

export function Field({ label, ...input }: { label: string } & ComponentProps<'input'>) {
  return (
    <label className="grid gap-1 text-sm text-muted">
      {label} <input className={CONTROL} autoComplete="off" {...input} />
    </label>
  );
}

export function SubmitButton({ children }: { children: ReactNode }) {
  return (
    <button
      className="min-h-11 cursor-pointer rounded-lg border border-accent bg-accent px-3 font-semibold text-on-accent motion-safe:transition-colors motion-safe:duration-120 hover:bg-accent-strong"
      type="submit"
    >
      {children}
    </button>
  );
}

export function Alert({ message }: { message: string }) {
  if (!message) return null;
  return (
    <p
      className="mt-3 rounded-lg bg-bad-soft px-4 py-3 text-bad wrap-anywhere first-letter:uppercase"
      role="alert"
    >
      {message}
    </p>
  );
}

interface PhaseProps {
  phase: 'loading' | 'failed' | 'ready';
  empty: string;
  onRetry: () => void;
}

// The line stays on the page while it is empty: a screen reader tells what changes in it, not what arrives with it.
export function Phase({ phase, empty, onRetry }: PhaseProps) {
  // The button goes, and its reader goes on at the heading.
  function retry({ currentTarget }: MouseEvent<HTMLElement>) {
    currentTarget.closest('section')?.querySelector('h1')?.focus();
    onRetry();
  }

  return (
    <>
      <p className="my-4 text-muted" role="status">
        {phase === 'loading' ? 'Loading…' : phase === 'ready' && empty}
      </p>
      {phase === 'failed' && <Button onClick={retry}>Try again</Button>}
    </>
  );
}

// An ordinary button; the accent is for the one that a form is about.
export function Button(button: ComponentProps<'button'>) {
  return (
    <button
      className="min-h-9 cursor-pointer rounded-lg border border-control bg-surface px-3 text-sm motion-safe:transition-colors motion-safe:duration-120 hover:border-accent hover:bg-accent-soft disabled:cursor-progress disabled:text-muted"
      type="button"
      {...button}
    />
  );
}
