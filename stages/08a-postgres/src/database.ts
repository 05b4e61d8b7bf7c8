import type { Lead } from './leads/schema.ts';
import type { Task } from './tasks/schema.ts';

export interface Table<Row> {
  lastId: number;
  rows: Map<number, Row>;
}

export interface Database {
  tasks: Table<Task>;
  leads: Table<Lead>;
}

// Everything the tracker knows, in memory. Ids are counted, not taken from the rows: a deleted one never comes back.
export function createDatabase(): Database {
  return {
    tasks: { lastId: 0, rows: new Map() },
    leads: { lastId: 0, rows: new Map() },
  };
}
