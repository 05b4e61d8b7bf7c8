import type { ReactNode, Ref } from 'react';
import { CARD } from './card.ts';

const TONES = {
  silent: 'sr-only',
  plain: 'bg-sunken text-muted',
  open: 'bg-accent-soft',
  good: 'bg-good-soft text-good',
  bad: 'bg-bad-soft text-bad',
};
export type Tone = keyof typeof TONES;

interface RowProps {
  id?: number;
  ref?: Ref<HTMLLIElement>;
  title: ReactNode;
  badge?: { name: string; tone: Tone } | undefined;
  more?: ReactNode;
  done?: boolean;
  card?: boolean;
  before?: ReactNode;
  after?: ReactNode;
  children?: ReactNode;
}

// A line of a list, or a card of a board. The children are what can be done; where there is little room, they get a line
// of their own.
export function Row({ id, ref, title, badge, more, done, card, before, after, children }: RowProps) {
  return (
    <li
      className={`flex scroll-my-20 flex-wrap items-start gap-x-3 px-3 py-2.5 wrap-anywhere ${card ? CARD : 'sm:px-4'}`}
      data-id={id}
      ref={ref}
      tabIndex={-1}
    >
      {before}
      <div className="min-w-0 flex-1 py-1">
        <bdi className={`font-medium ${done ? 'text-muted line-through decoration-control' : ''}`}>
          {title}
        </bdi>
        {badge && <Badge {...badge} />}
        {more && <div className="mt-0.5 text-sm text-muted">{more}</div>}
      </div>
      {children && (
        <div
          className={`order-last flex basis-full flex-wrap gap-1.5 pt-1 pb-1 ${card ? '' : 'sm:order-none sm:basis-auto sm:pt-0'}`}
        >
          {children}
        </div>
      )}
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
