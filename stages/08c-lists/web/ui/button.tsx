import type { ComponentProps } from 'react';

// An ordinary button; the accent is for the one that a form is about.
export const BUTTON =
  'inline-flex min-h-9 min-w-0 cursor-pointer items-center gap-1 rounded-lg border border-control bg-surface px-3 text-sm font-medium text-text shadow-card motion-safe:transition-colors motion-safe:duration-120 hover:border-accent hover:bg-accent-soft';

export const DANGER =
  'inline-flex min-h-9 cursor-pointer items-center rounded-lg border border-bad bg-surface px-3 text-sm font-medium text-bad motion-safe:transition-colors motion-safe:duration-120 hover:bg-bad-soft';

export function Button({ className = BUTTON, ...button }: ComponentProps<'button'>) {
  return <button className={className} type="button" {...button} />;
}

interface ActionProps extends ComponentProps<'button'> {
  label: string;
  of: string;
}

// The name says what it acts on: a screen reader may meet the button without the row around it.
export function Action({ label, of, children = label, ...button }: ActionProps) {
  return (
    <Button aria-label={`${label}: ${of}`} {...button}>
      {children}
    </Button>
  );
}
