import { Activity, useEffect, useRef } from 'react';
import { useAddress, type View } from './address.ts';
import { LeadView } from './leads/lead-view.tsx';
import { TaskView } from './tasks/task-view.tsx';
import { Header, NavigationLink } from './ui/header.tsx';

const NAMES: Record<View, string> = { tasks: 'Tasks', leads: 'Leads' };

// The view that is not shown is only put aside, so that what was typed there is not lost.
export function App() {
  const { view, isBoard, status } = useAddress();
  useFocusOnChange(view);

  return (
    <>
      <title>{`${NAMES[view]} · Tracker`}</title>
      <Header home="#tasks">
        <NavigationLink href="#tasks" current={view === 'tasks' ? 'page' : undefined}>
          {NAMES.tasks}
        </NavigationLink>
        <NavigationLink href="#leads" current={view === 'leads' ? 'page' : undefined}>
          {NAMES.leads}
        </NavigationLink>
      </Header>
      <Activity mode={view === 'tasks' ? 'visible' : 'hidden'}>
        <TaskView status={status} isBoard={isBoard} />
      </Activity>
      <Activity mode={view === 'leads' ? 'visible' : 'hidden'}>
        <LeadView isBoard={isBoard} />
      </Activity>
    </>
  );
}

// A reader who opens another view goes on reading at its heading; at the first drawing the focus stays where it is.
function useFocusOnChange(view: View): void {
  const shown = useRef(view);

  useEffect(() => {
    if (shown.current === view) return;
    shown.current = view;
    const headings = [...document.querySelectorAll('h1')];
    headings.find(({ textContent }) => textContent === NAMES[view])?.focus();
  }, [view]);
}
