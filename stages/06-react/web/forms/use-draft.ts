import { useRef, useState } from 'react';

// What is being typed into a form. The form is emptied when it is sent; what the tracker then refuses is put back,
// unless something else has been typed since.
export function useDraft<T extends Record<string, string>>(empty: T) {
  const [draft, setDraft] = useState(empty);
  const latest = useRef(empty);

  function change(next: T): void {
    latest.current = next;
    setDraft(next);
  }

  function putBack(sent: T): boolean {
    if (Object.values(latest.current).some((text) => text !== '')) return false;
    change(sent);
    return true;
  }

  return { draft, change, clear: () => change(empty), putBack };
}
