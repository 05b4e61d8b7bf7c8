// How the list of leads can be sorted, of all the ways that the tracker knows.
export const LEAD_SORTS: Record<string, string> = {
  '': 'Newest first',
  createdAt: 'Oldest first',
  '-updatedAt': 'Last changed',
  name: 'Name',
  stage: 'Stage',
};

// What the address need not say.
export const NEWEST_FIRST = '-createdAt';
