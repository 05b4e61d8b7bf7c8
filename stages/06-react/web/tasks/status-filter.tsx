import type { Status } from '../../src/tasks/task.ts';
import { go } from '../address.ts';
import { CONTROL } from '../page.tsx';
import { isStatus, STATUSES } from './statuses.ts';

export function StatusFilter({ status }: { status: Status | undefined }) {
  return (
    <label className="mt-6 grid w-40 gap-1 text-sm text-muted">
      Status
      <select
        className={CONTROL}
        value={status ?? ''}
        onChange={({ target }) => go('tasks', isStatus(target.value) ? target.value : undefined)}
      >
        <option value="">Any</option>
        {Object.entries(STATUSES).map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
