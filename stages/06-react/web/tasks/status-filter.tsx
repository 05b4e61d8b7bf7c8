import { STATUSES, type Status } from '../../src/tasks/task.ts';
import { goToTasks } from '../address.ts';
import { CONTROL } from '../forms/field.tsx';
import { STATUS_NAMES, toStatus } from './status-names.ts';

export function StatusFilter({ status }: { status: Status | undefined }) {
  return (
    <label className="mt-4 flex w-52 items-center gap-3 text-sm font-medium text-muted">
      Status
      <select
        className={CONTROL}
        autoComplete="off"
        value={status ?? ''}
        onChange={({ target }) => goToTasks(toStatus(target.value))}
      >
        <option value="">Any</option>
        {STATUSES.map((value) => (
          <option key={value} value={value}>
            {STATUS_NAMES[value]}
          </option>
        ))}
      </select>
    </label>
  );
}
