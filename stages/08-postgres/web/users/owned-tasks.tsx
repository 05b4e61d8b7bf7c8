import type { Address } from '../address.ts';
import { Row } from '../row.tsx';
import { ORDERS } from '../tasks/orders.ts';
import { STATUSES } from '../tasks/statuses.ts';
import { TaskDetails } from '../tasks/task-details.tsx';
import { TONES } from '../tasks/task-item.tsx';
import { OwnedView } from './owned-view.tsx';
import { readTasksOf } from './read.ts';

export function OwnedTasks({ id, sort, page }: Pick<Address, 'sort' | 'page'> & { id: string }) {
  return (
    <OwnedView
      id={id}
      kind="task"
      orders={ORDERS}
      sort={sort}
      page={page}
      read={readTasksOf}
      draw={({ id, title, notes, status }) => (
        <Row
          key={id}
          id={id}
          title={title}
          badge={{ name: STATUSES[status], tone: TONES[status] }}
          more={<TaskDetails notes={notes} lead={undefined} />}
          done={status === 'done'}
        />
      )}
    />
  );
}
