// How the list of tasks can be sorted, of all the ways that the tracker knows.
export const TASK_SORTS: Record<string, string> = {
  '': 'Open first',
  '-createdAt': 'Newest first',
  createdAt: 'Oldest first',
  '-updatedAt': 'Last changed',
  title: 'Title',
};

// What the address need not say: to do, doing, done, and of each the newest first. A task just added is at the top.
export const OPEN_FIRST = 'status,-createdAt';

// A board holds so many cards at most: those of one column must not crowd out the others.
export const NEWEST_FIRST = '-createdAt';
