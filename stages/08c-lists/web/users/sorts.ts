// How the list of users can be sorted, of all the ways that the tracker knows.
export const USER_SORTS: Record<string, string> = {
  '': 'Newest first',
  createdAt: 'Oldest first',
  name: 'Name',
  email: 'Email',
  '-taskCount': 'Most tasks',
  '-leadCount': 'Most leads',
};

// What the address need not say.
export const NEWEST_FIRST = '-createdAt';
