// The orders that the page offers, of all that the tracker knows.
export const ORDERS: Record<string, string> = {
  '': 'Oldest first',
  '-id': 'Newest first',
  '-updatedAt': 'Last changed',
  title: 'Title',
};
