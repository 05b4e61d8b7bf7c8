// The orders that the page offers, of all that the tracker knows.
export const ORDERS: Record<string, string> = {
  '': 'Newest first',
  id: 'Oldest first',
  name: 'Name',
  email: 'Email',
  '-taskCount': 'Most tasks',
  '-leadCount': 'Most leads',
};
