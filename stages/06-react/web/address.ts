import { useSyncExternalStore } from 'react';
import type { Status } from '../src/tasks/task.ts';
import { isStatus } from './tasks/statuses.ts';

export type View = 'tasks' | 'leads';

// What is shown is written in the address and nowhere else: #tasks, #tasks?status=done, #leads.
export interface Address {
  view: View;
  status: Status | undefined;
}

export function useAddress(): Address {
  return parseAddress(useSyncExternalStore(subscribe, () => location.hash));
}

export function go(view: View, status?: Status): void {
  history.pushState(null, '', `#${view}${status ? `?status=${status}` : ''}`);
  // A pushed entry is silent; a link and the back button are not.
  window.dispatchEvent(new Event('hashchange'));
}

export function parseAddress(hash: string): Address {
  const [view, query] = hash.slice(1).split('?');
  const asked = new URLSearchParams(query).get('status') ?? '';
  return {
    view: view === 'leads' ? 'leads' : 'tasks',
    status: isStatus(asked) ? asked : undefined,
  };
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener('hashchange', onChange);
  return () => window.removeEventListener('hashchange', onChange);
}
