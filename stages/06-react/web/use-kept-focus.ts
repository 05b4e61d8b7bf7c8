import { type FocusEvent, useLayoutEffect, useRef } from 'react';

// React keeps the focus as long as the element with the focus stays. When it goes (a deleted row, a step that was taken),
// the focus goes to the row in its place, or to the last one, or to the field that adds one.
export function useKeptFocus() {
  const list = useRef<HTMLUListElement>(null);
  const index = useRef(-1);

  // After every drawing, because any of them may take the focused element away.
  useLayoutEffect(() => {
    if (index.current < 0 || document.activeElement !== document.body) return;
    const rows = list.current?.children;
    const target = rows?.item(index.current) ?? rows?.item(rows.length - 1);
    const field = list.current?.closest('section')?.querySelector('input');
    index.current = -1;
    (target instanceof HTMLElement ? target : field)?.focus();
  });

  return {
    ref: list,
    onFocus({ target, currentTarget }: FocusEvent) {
      index.current = [...currentTarget.children].findIndex((row) => row.contains(target));
    },
    onBlur() {
      index.current = -1;
    },
  };
}
