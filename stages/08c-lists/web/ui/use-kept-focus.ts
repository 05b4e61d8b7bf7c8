'use client';

import { type FocusEvent, useLayoutEffect, useRef } from 'react';

// React keeps the focus as long as the element with the focus stays. When it goes, the focus goes to the row it was in
// (a step that was taken, a card in another column), to the one in its place, to the last one, or to the field above.
export function useKeptFocus<T extends HTMLElement>() {
  const list = useRef<T>(null);
  const place = useRef<{ index: number; id: string | undefined }>(undefined);

  // After every drawing, because any of them may take the focused element away.
  useLayoutEffect(() => {
    if (!place.current || document.activeElement !== document.body) return;
    const { index, id } = place.current;
    place.current = undefined;
    const rows = listRows(list.current);
    const target = rows.find(({ dataset }) => dataset.id === id) ?? rows[index] ?? rows.at(-1);
    const field = list.current?.closest('main')?.querySelector<HTMLElement>('form input:not([type=hidden])');
    (target ?? field)?.focus();
  });

  return {
    ref: list,
    onFocus({ target }: FocusEvent) {
      const rows = listRows(list.current);
      const index = rows.findIndex((row) => row.contains(target));
      place.current = index < 0 ? undefined : { index, id: rows[index]?.dataset.id };
    },
    onBlur() {
      place.current = undefined;
    },
  };
}

function listRows(list: HTMLElement | null): HTMLElement[] {
  return [...(list?.querySelectorAll('li') ?? [])];
}
