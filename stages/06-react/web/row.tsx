import type { ComponentProps, ReactNode } from 'react';
import { Button } from './page.tsx';

const TONES = {
  plain: 'bg-line',
  open: 'bg-accent-soft',
  good: 'bg-good-soft text-good',
  bad: 'bg-bad-soft text-bad',
};
export type Tone = keyof typeof TONES;

interface RowProps {
  title: string;
  badge: string;
  tone: Tone;
  more: string;
  done?: boolean;
  children: ReactNode;
}

export function Row({ title, badge, tone, more, done = false, children }: RowProps) {
  return (
    <li
      className="flex flex-wrap items-center gap-2 rounded-lg border border-line bg-surface px-4 py-3"
      tabIndex={-1}
    >
      <div className="flex-[1_1_14rem] wrap-anywhere">
        <span className={done ? 'text-muted line-through' : ''}>{title}</span>{' '}
        <span className={`ms-1 inline-block rounded-2xl px-2 text-sm ${TONES[tone]}`}>{badge}</span>
        <div className="text-sm text-muted">{more}</div>
      </div>
      {children}
    </li>
  );
}

interface ActionProps extends ComponentProps<'button'> {
  label: string;
  of: string;
}

// The name says what it acts on: a screen reader may meet the button without the row around it.
export function Action({ label, of, ...button }: ActionProps) {
  return (
    <Button aria-label={`${label}: ${of}`} {...button}>
      {label}
    </Button>
  );
}
