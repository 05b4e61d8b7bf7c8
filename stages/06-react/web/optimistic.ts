export interface Item {
  id: number;
}

// Takes the list as it was and gives it as it will be.
export type Change<T> = (items: readonly T[]) => readonly T[];

export interface State<T> {
  items: readonly T[]; // as the tracker last said
  pending: readonly Change<T>[]; // done by the person, not answered yet, in the order in which they came
  phase: 'loading' | 'failed' | 'ready';
  message: string;
}

export type Event<T> =
  | { type: 'asked' }
  | { type: 'read'; items: readonly T[] }
  | { type: 'failed'; message: string }
  | { type: 'begun'; change: Change<T> }
  | { type: 'accepted'; change: Change<T>; outcome: Change<T> }
  | { type: 'refused'; change: Change<T>; message: string }
  | { type: 'said'; message: string };

export function createState<T>(): State<T> {
  return { items: [], pending: [], phase: 'loading', message: '' };
}

// What a pending change shows is never stored, so one that is refused leaves nothing to undo: it is taken off the list.
export function reduce<T>(state: State<T>, event: Event<T>): State<T> {
  const { items, phase } = state;
  switch (event.type) {
    case 'asked':
      return phase === 'failed' ? { ...state, phase: 'loading', message: '' } : state;
    case 'read':
      return { ...state, phase: 'ready', items: event.items };
    case 'failed':
      return { ...state, phase: 'failed', message: event.message };
    case 'begun':
      return { ...state, pending: [...state.pending, event.change], message: '' };
    case 'accepted':
      return { ...state, pending: without(state, event.change), items: event.outcome(items) };
    case 'refused':
      return { ...state, pending: without(state, event.change), message: event.message };
    case 'said':
      return { ...state, message: event.message };
  }
}

export function show<T>({ items, pending }: State<T>): readonly T[] {
  return pending.reduce((shown, change) => change(shown), items);
}

export function put<T extends Item>(item: T): Change<T> {
  return (items) =>
    items.some(({ id }) => id === item.id)
      ? items.map((old) => (old.id === item.id ? item : old))
      : [...items, item];
}

export function edit<T extends Item>(id: number, change: (item: T) => T): Change<T> {
  return (items) => items.map((item) => (item.id === id ? change(item) : item));
}

export function drop<T extends Item>(id: number): Change<T> {
  return (items) => items.filter((item) => item.id !== id);
}

export function keep<T>(items: readonly T[]): readonly T[] {
  return items;
}

// Until the tracker has given an id, an item carries one that nothing stored can have.
let drafts = 0;

export function createDraftId(): number {
  drafts -= 1;
  return drafts;
}

export function isDraft({ id }: Item): boolean {
  return id < 0;
}

function without<T>({ pending }: State<T>, change: Change<T>): readonly Change<T>[] {
  return pending.filter((other) => other !== change);
}
