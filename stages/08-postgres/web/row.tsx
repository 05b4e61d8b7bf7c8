import Link from 'next/link';
import type { ComponentProps, ReactNode } from 'react';
import { BinIcon } from './icons.tsx';
import { BUTTON, CARD } from './page.tsx';

const TONES = {
  silent: 'sr-only',
  plain: 'bg-sunken text-muted',
  open: 'bg-accent-soft',
  good: 'bg-good-soft text-good',
  bad: 'bg-bad-soft text-bad',
};
export type Tone = keyof typeof TONES;

interface RowProps {
  id: number;
  // Where there is more about it, for whoever may see that.
  href?: string;
  title: string;
  badge?: { name: string; tone: Tone } | undefined;
  more?: ReactNode;
  done?: boolean;
  card?: boolean;
  before?: ReactNode;
  after?: ReactNode;
  children?: ReactNode;
}

// A line of a list, or a card of a board.
export function Row({
  id,
  href,
  title,
  badge,
  more,
  done = false,
  card = false,
  before,
  after,
  children,
}: RowProps) {
  const look = `font-medium ${done ? 'text-muted line-through' : ''}`;
  return (
    <li
      className={`flex items-start gap-3 px-3 py-2.5 wrap-anywhere ${card ? CARD : 'sm:px-4'}`}
      data-id={id}
      tabIndex={-1}
    >
      {before}
      <div className="flex min-w-0 flex-1 flex-wrap items-start gap-x-3 gap-y-2">
        <div className="min-w-0 flex-[1_1_12rem] py-1">
          {href ? (
            <Link className={`rounded hover:text-accent ${look}`} href={href} prefetch={false}>
              {title}
            </Link>
          ) : (
            <span className={look}>{title}</span>
          )}
          {badge && <Badge {...badge} />}
          {more && <div className="mt-0.5 text-sm text-muted">{more}</div>}
        </div>
        {children && <div className="flex flex-wrap items-center gap-1.5 pb-1">{children}</div>}
      </div>
      {after}
    </li>
  );
}

export function Badge({ name, tone }: { name: string; tone: Tone }) {
  return (
    <>
      {' '}
      <span className={`ms-1 inline-block rounded-full px-2 text-sm ${TONES[tone]}`}>{name}</span>
    </>
  );
}

interface ActionProps extends ComponentProps<'button'> {
  label: string;
  of: string;
}

// The name says what it acts on: a screen reader may meet the button without the row around it.
export function Action({ label, of, children = label, className = BUTTON, ...button }: ActionProps) {
  return (
    <button aria-label={`${label}: ${of}`} className={className} type="submit" {...button}>
      {children}
    </button>
  );
}

export function Delete({ of, id }: { of: string; id: number }) {
  return (
    <Action
      label="Delete"
      of={of}
      name="delete"
      value={id}
      className="-me-1 grid size-9 shrink-0 cursor-pointer place-items-center rounded-lg text-muted motion-safe:transition-colors motion-safe:duration-120 hover:bg-bad-soft hover:text-bad"
    >
      <BinIcon />
    </Action>
  );
}
