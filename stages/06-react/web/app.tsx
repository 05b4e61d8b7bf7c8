import { Activity, useEffect, useRef } from 'react';
import { useAddress, type View } from './address.ts';
import { LeadView } from './leads/lead-view.tsx';
import { TaskView } from './tasks/task-view.tsx';

const NAMES: Record<View, string> = { tasks: 'Tasks', leads: 'Leads' };

// The view that is not shown is only put aside, so that what was typed there is not lost.
export function App() {
  const { view, status } = useAddress();
  useFocusOnChange(view);

  return (
    <>
      <title>{`${NAMES[view]} · Tracker`}</title>
      <header className="border-b border-line bg-surface">
        <div className="mx-auto flex max-w-3xl flex-wrap items-center gap-x-6 gap-y-2 px-4">
          <p className="font-bold">Tracker</p>
          <nav className="flex gap-2" aria-label="Views">
            <Tab view="tasks" current={view} />
            <Tab view="leads" current={view} />
          </nav>
        </div>
      </header>
      <main>
        <Activity mode={view === 'tasks' ? 'visible' : 'hidden'}>
          <TaskView status={status} />
        </Activity>
        <Activity mode={view === 'leads' ? 'visible' : 'hidden'}>
          <LeadView />
        </Activity>
      </main>
    </>
  );
}

function Tab({ view, current }: { view: View; current: View }) {
  return (
    <a
      className="border-b-2 border-transparent px-2 py-3 text-muted motion-safe:transition-colors motion-safe:duration-120 hover:text-text aria-[current]:border-accent aria-[current]:font-semibold aria-[current]:text-text"
      href={`#${view}`}
      aria-current={view === current ? 'page' : undefined}
    >
      {NAMES[view]}
    </a>
  );
}

// A reader who opens another view goes on reading at its heading; at the first drawing the focus stays where it is.
function useFocusOnChange(view: View): void {
  const shown = useRef(view);

  useEffect(() => {
    if (shown.current === view) return;
    shown.current = view;
    document.querySelector<HTMLElement>(`#${view}-heading`)?.focus();
  }, [view]);
}
