import { startTransition, useActionState, useCallback, useEffect, useOptimistic, useState } from 'react';

// How the tracker's list of one kind of thing is read, how a change of it is stored, and how it looks until that is done.
export interface Source<Item, Change> {
  read: () => Promise<readonly Item[]>;
  store: (items: readonly Item[], change: Change) => Promise<readonly Item[]>;
  show: (shown: Shown<Item>, change: Change) => Shown<Item>;
}

// What the tracker has; and what is on its way there, which has a name and nothing else yet.
export interface Shown<Item> {
  items: readonly Item[];
  drafts: readonly Draft[];
}

export interface Draft {
  key: number;
  name: string;
}

export interface Refusal {
  reason: string;
  about?: string | undefined;
}

interface Stored<Item> {
  items: readonly Item[];
  phase: 'loading' | 'failed' | 'ready';
}

interface Turn<Change> {
  change: Change;
  about: string | undefined;
  answer: (reason: string | undefined) => void;
}

export function useOptimisticList<Item, Change>({ read, store, show }: Source<Item, Change>) {
  const [refusal, tell] = useState<Refusal>();

  // React begins a turn when the one before it is over, and hands on what that one left. So changes reach the tracker in the
  // order in which they were made, and no late answer overwrites a newer one.
  const [stored, queue, isBusy] = useActionState(takeTurn, { items: [], phase: 'loading' });

  // Laid over what is stored until the last turn is over, and then forgotten: there is nothing to undo.
  const [shown, showSoon] = useOptimistic<Shown<Item>, Change>({ items: stored.items, drafts: [] }, show);

  async function takeTurn(before: Stored<Item>, turn: Turn<Change> | 'read'): Promise<Stored<Item>> {
    if (turn === 'read') return readAnew(before);
    const { change, about, answer } = turn;
    try {
      const items = await store(before.items, change);
      answer(undefined);
      return before.phase === 'ready' ? { ...before, items } : readAnew(before);
    } catch (error) {
      const reason = toReason(error);
      tell({ reason, about });
      answer(reason);
      return readAnew(before); // What was refused was refused for something that this page had not seen.
    }
  }

  async function readAnew(before: Stored<Item>): Promise<Stored<Item>> {
    try {
      return { items: await read(), phase: 'ready' };
    } catch (error) {
      tell((earlier) => earlier ?? { reason: toReason(error) });
      return before.phase === 'ready' ? before : { items: [], phase: 'failed' };
    }
  }

  // Says why it was refused, or nothing when it was not.
  const act = useCallback(
    (change: Change, about?: string): Promise<string | undefined> => {
      const { promise, resolve } = Promise.withResolvers<string | undefined>();
      tell(undefined);
      startTransition(() => {
        showSoon(change);
        queue({ change, about, answer: resolve });
      });
      return promise;
    },
    [showSoon, queue],
  );

  const reread = useCallback(() => {
    tell(undefined);
    startTransition(() => queue('read'));
  }, [queue]);

  // A page that the browser kept whole comes back with what was true when it was left.
  useEffect(() => {
    const onPageShow = ({ persisted }: PageTransitionEvent) => persisted && reread();
    reread();
    window.addEventListener('pageshow', onPageShow);
    return () => window.removeEventListener('pageshow', onPageShow);
  }, [reread]);

  const phase = stored.phase === 'failed' && isBusy ? 'loading' : stored.phase;
  return { ...shown, phase, refusal, act, reread, tell };
}

// A name of nothing but blanks is left to the tracker to refuse: it would show as an empty row.
export function addDraft<Item>({ items, drafts }: Shown<Item>, name: string): Shown<Item> {
  return { items, drafts: name.trim() ? [...drafts, { key: drafts.length, name }] : drafts };
}

function toReason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
