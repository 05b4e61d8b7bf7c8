// Everything the tracker knows, in memory. Ids are counted, not taken from the rows: a deleted one never comes back.
export function createDatabase() {
  return {
    tasks: { lastId: 0, rows: new Map() },
    leads: { lastId: 0, rows: new Map() },
  };
}
