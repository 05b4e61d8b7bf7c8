import Link from 'next/link';
import type { ComponentProps, ReactNode } from 'react';
import { SESSION_ENDED } from './form-state.ts';
import { Heading } from './heading.tsx';
import { BackIcon } from './icons.tsx';

// What all views are made of: each look is written once, and used by name.

interface SectionProps {
  title: string;
  back?: { href: string; name: string };
  aside?: ReactNode;
  children: ReactNode;
}

export function Section({ title, back, aside, children }: SectionProps) {
  return (
    <main className="mx-auto max-w-5xl px-4 pt-8 pb-16 sm:px-6 sm:pt-10">
      {back && (
        <Link
          className="-ms-1 mb-3 inline-flex min-h-6 items-center gap-1 rounded text-sm text-muted hover:text-text"
          href={back.href}
          prefetch={false}
        >
          <BackIcon />
          {back.name}
        </Link>
      )}
      <div className="mb-5 flex flex-wrap items-center justify-between gap-3">
        <Heading>{title}</Heading>
        {aside}
      </div>
      {children}
    </main>
  );
}

export function Panel({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="min-w-0">
      <h2 className="mb-3 text-heading">{title}</h2>
      {children}
    </section>
  );
}

export const CARD = 'rounded-xl border border-line bg-surface shadow-card';

export const CONTROL =
  'min-h-11 w-full min-w-0 rounded-lg border border-control bg-surface px-3 text-base text-text motion-safe:transition-colors motion-safe:duration-120 hover:border-text aria-invalid:border-bad';

export function Label({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is among the children
    <label className="grid min-w-0 content-start gap-1.5 text-sm font-medium text-muted">
      {label} {children}
    </label>
  );
}

export function Field({ label, ...input }: { label: string } & ComponentProps<'input'>) {
  return (
    <Label label={label}>
      <input className={CONTROL} autoComplete="off" {...input} />
    </Label>
  );
}

export function SubmitButton({ children }: { children: ReactNode }) {
  return (
    <button
      className="min-h-11 cursor-pointer rounded-lg border border-accent bg-accent px-4 font-semibold text-on-accent motion-safe:transition-colors motion-safe:duration-120 hover:bg-accent-strong"
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
      {message.startsWith(SESSION_ENDED) && <SignInBeside />}
    </p>
  );
}

// In another tab, so that what was typed stays here.
function SignInBeside() {
  return (
    <>
      {' '}
      <a className="rounded font-medium underline" href="/tasks" target="_blank" rel="noreferrer">
        Sign in in another tab
      </a>
      , then send this again.
    </>
  );
}

// Says how many there are, or what to do when there are none. A screen reader hears it change.
export function Summary({ count, one, empty }: { count: number; one: string; empty: string }) {
  if (count > 0) {
    return (
      <p className="my-3 text-sm text-muted" role="status">{`${count} ${one}${count === 1 ? '' : 's'}`}</p>
    );
  }
  return (
    <p
      className="my-3 rounded-xl border border-dashed border-line px-6 py-12 text-center text-muted"
      role="status"
    >
      {empty}
    </p>
  );
}

// An ordinary button; the accent is for the one that a form is about.
export const BUTTON =
  'inline-flex min-h-9 cursor-pointer items-center rounded-lg border border-line bg-surface px-3 text-sm font-medium text-text motion-safe:transition-colors motion-safe:duration-120 hover:border-accent hover:bg-accent-soft';

export function Saved({ saved }: { saved: boolean }) {
  return (
    <p className="text-sm font-medium text-good" role="status">
      {saved && 'Saved.'}
    </p>
  );
}
