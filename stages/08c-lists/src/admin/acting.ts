import type { Database } from '../database.ts';
import type { LeadStores } from '../leads/lead.ts';
import { createLeadStores } from '../leads/store.ts';
import { createTaskStores } from '../tasks/store.ts';
import type { TaskStores } from '../tasks/task.ts';
import type { NewAction } from './action.ts';

// The stores for whoever acts on what belongs to somebody else: what they change is recorded.
export type Acting = (action: NewAction) => { tasks: TaskStores; leads: LeadStores };

export function createActing(db: Database): Acting {
  return (action) => ({ tasks: createTaskStores(db, action), leads: createLeadStores(db, action) });
}
