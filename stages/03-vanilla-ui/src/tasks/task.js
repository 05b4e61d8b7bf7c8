export const STATUSES = ['todo', 'doing', 'done'];

// The values come checked from the schema; the rules add what only the tracker decides.
export function createTask(values, now) {
  return { ...values, status: 'todo', createdAt: now, updatedAt: now, completedAt: null };
}

export function changeStatus(task, status, now) {
  if (status === task.status) return task;
  return { ...task, status, updatedAt: now, completedAt: status === 'done' ? now : null };
}

export function updateTask(task, { status = task.status, ...fields }, now) {
  const changed = changeStatus(task, status, now);
  return Object.keys(fields).length === 0 ? changed : { ...changed, ...fields, updatedAt: now };
}
