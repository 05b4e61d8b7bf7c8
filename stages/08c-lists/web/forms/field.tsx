import type { ComponentProps, ReactNode } from 'react';

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
      <input className={CONTROL} autoComplete="off" dir="auto" {...input} />
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
