import type { Status } from '../../src/tasks/task.ts';

export const STATUSES: Record<Status, string> = { todo: 'To do', doing: 'Doing', done: 'Done' };

export function isStatus(value: string): value is Status {
  return Object.hasOwn(STATUSES, value);
}
