import type { Address } from '../address.ts';
import { TONES } from '../leads/lead-item.tsx';
import { ORDERS } from '../leads/orders.ts';
import { STAGES } from '../leads/stages.ts';
import { Row } from '../row.tsx';
import { OwnedView } from './owned-view.tsx';
import { readLeadsOf } from './read.ts';

export function OwnedLeads({ id, sort, page }: Pick<Address, 'sort' | 'page'> & { id: string }) {
  return (
    <OwnedView
      id={id}
      kind="lead"
      orders={ORDERS}
      sort={sort}
      page={page}
      read={readLeadsOf}
      draw={({ id, name, company, email, stage }) => (
        <Row
          key={id}
          id={id}
          title={name}
          badge={{ name: STAGES[stage], tone: TONES[stage] }}
          more={[company, email].filter(Boolean).join(' · ')}
        />
      )}
    />
  );
}
