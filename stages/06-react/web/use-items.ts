import { type Dispatch, useEffect, useReducer, useState } from 'react';
import { type Change, createState, type Event, type Item, reduce, type State, show } from './optimistic.ts';

export interface Attempt<T> {
  turn: number | 'add'; // what has the same turn is sent one after the other, in the order it was meant
  of?: string; // the name of the thing, for the message; a form needs none, what was typed is back in it
  shown: Change<T>; // at once
  send(): Promise<Change<T>>; // what has become of it
}

export interface Access<T> {
  read(): Promise<void>;
  attempt(attempt: Attempt<T>): Promise<string | undefined>; // why it was refused, or nothing when it was not
  say(message: string): void;
}

// A list of the tracker's: what it last said, with what the person has done since.
// `createApi` is called once, so that its functions are the same at every drawing.
export function useItems<T extends Item, Api>(
  list: () => Promise<T[]>,
  createApi: (access: Access<T>) => Api,
): Pick<State<T>, 'items' | 'phase' | 'message'> & { api: Api & Access<T> } {
  const [state, dispatch] = useReducer<State<T>, [Event<T>]>(reduce, createState<T>());
  const [api] = useState(() => {
    const access = createAccess(list, dispatch);
    return { ...access, ...createApi(access) };
  });

  useEffect(() => {
    api.read();
  }, [api]);

  return { items: show(state), phase: state.phase, message: state.message, api };
}

function createAccess<T>(list: () => Promise<T[]>, dispatch: Dispatch<Event<T>>): Access<T> {
  const turns = new Map<Attempt<T>['turn'], Promise<unknown>>();
  let asked = 0;
  let stored = 0;
  let known = false;

  return { read, attempt, say: (message) => dispatch({ type: 'said', message }) };

  // Of two answers the later question's counts, and one that may be older than a stored change is asked for again.
  async function read(): Promise<void> {
    const question = ++asked;
    const before = stored;
    dispatch({ type: 'asked' });
    try {
      const items = await list();
      if (question !== asked) return;
      if (before !== stored) return read();
      known = true;
      dispatch({ type: 'read', items });
    } catch (error) {
      if (question === asked) dispatch({ type: 'failed', message: tell(error) });
    }
  }

  async function attempt({ turn, of, shown, send }: Attempt<T>) {
    dispatch({ type: 'begun', change: shown });
    const sent = (turns.get(turn) ?? Promise.resolve()).then(send, send);
    turns.set(turn, sent);
    try {
      const outcome = await sent;
      stored += 1;
      dispatch({ type: 'accepted', change: shown, outcome });
      if (!known) read();
      return undefined;
    } catch (error) {
      const message = of ? `“${of}” stays as it was. ${tell(error)}` : tell(error);
      dispatch({ type: 'refused', change: shown, message });
      return message;
    }
  }
}

function tell(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
