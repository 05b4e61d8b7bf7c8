import { useSyncExternalStore } from 'react';
import type { Status } from '../src/tasks/task.ts';
import { toStatus } from './tasks/status-names.ts';

export type View = 'tasks' | 'leads';

// What is shown is written in the address and nowhere else: #tasks, #tasks?status=done, #leads?view=board.
export interface Address {
  view: View;
  isBoard: boolean;
  status: Status | undefined;
}

export function useAddress(): Address {
  return parseAddress(useSyncExternalStore(subscribe, () => location.hash));
}

export function goToTasks(status?: Status): void {
  history.pushState(null, '', status ? `#tasks?status=${status}` : '#tasks');
  // A pushed entry is silent; a link and the back button are not.
  window.dispatchEvent(new Event('hashchange'));
}

export function parseAddress(hash: string): Address {
  const [view, query] = hash.slice(1).split('?');
  const asked = new URLSearchParams(query);
  return {
    view: view === 'leads' ? 'leads' : 'tasks',
    isBoard: asked.get('view') === 'board',
    status: toStatus(asked.get('status')),
  };
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener('hashchange', onChange);
  return () => window.removeEventListener('hashchange', onChange);
}
