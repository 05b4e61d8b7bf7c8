import type { NewTask, Task, TaskChanges, TaskPage, TaskQuery } from './schema.ts';

export const STATUSES = ['todo', 'doing', 'done'] as const;
export type Status = (typeof STATUSES)[number];

// Whoever wants tasks says whose: no query can forget it.
export interface TaskStores {
  of(ownerId: number): TaskStore;
}

export interface TaskStore {
  list(query?: TaskQuery): Promise<TaskPage>;
  get(id: number): Promise<Task>;
  create(values: Omit<Task, 'id'>): Promise<Task>;
  update(id: number, change: (task: Task) => Task): Promise<Task>;
  remove(id: number): Promise<Task>;
}

// The values come checked from the schema; the rules add what only the tracker decides.
export function createTask(values: NewTask, now: string): Omit<Task, 'id'> {
  return { ...values, status: 'todo', createdAt: now, updatedAt: now, completedAt: null };
}

export function changeStatus(task: Task, status: Status, now: string): Task {
  if (status === task.status) return task;
  return { ...task, status, updatedAt: now, completedAt: status === 'done' ? now : null };
}

export function updateTask(task: Task, { status = task.status, ...fields }: TaskChanges, now: string): Task {
  const changed = changeStatus(task, status, now);
  return Object.keys(fields).length === 0 ? changed : { ...changed, ...fields, updatedAt: now };
}
