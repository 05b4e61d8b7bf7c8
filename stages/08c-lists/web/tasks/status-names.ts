import { STATUSES, type Status } from '../../src/tasks/task.ts';

export const STATUS_NAMES: Record<Status, string> = { todo: 'To do', doing: 'Doing', done: 'Done' };

export function toStatus(value: unknown): Status | undefined {
  return STATUSES.find((status) => status === value);
}
