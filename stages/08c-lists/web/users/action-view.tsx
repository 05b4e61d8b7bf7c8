import { type Address, toSearch } from '../address.ts';
import { load } from '../api/load.ts';
import { List } from '../ui/list.tsx';
import { Pager } from '../ui/pager.tsx';
import { Section } from '../ui/section.tsx';
import { Summary } from '../ui/summary.tsx';
import { Unavailable } from '../ui/unavailable.tsx';
import { ActionItem } from './action-item.tsx';
import { AdminSwitch } from './admin-switch.tsx';
import { fetchActions } from './queries.ts';

// What admins have done to what belongs to others, the last first. It can be read and not changed.
export async function ActionView({ page }: Pick<Address, 'page'>) {
  const toHref = (page: number) => `/admin/actions${toSearch({}, page)}`;
  const actions = await load(fetchActions(toSearch({ sort: '-id' }, page)));

  return (
    <Section title="Actions" aside={<AdminSwitch current="actions" />}>
      {actions.value ? (
        <>
          <Summary count={actions.value.total} one="action" empty="No admin has changed anything yet." />
          {actions.value.items.length > 0 && (
            <List name="Actions">
              {actions.value.items.map((action) => (
                <ActionItem key={action.id} action={action} />
              ))}
            </List>
          )}
          <Pager total={actions.value.total} page={page} toHref={toHref} />
        </>
      ) : (
        <Unavailable message={actions.message} session={actions.session} href={toHref(page)} />
      )}
    </Section>
  );
}
