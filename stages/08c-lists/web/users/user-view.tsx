import { type Address, toSearch } from '../address.ts';
import { load } from '../api/load.ts';
import { readOwner } from '../auth/owner.ts';
import { ListFilter } from '../forms/list-filter.tsx';
import { Pager } from '../ui/pager.tsx';
import { Section } from '../ui/section.tsx';
import { Summary } from '../ui/summary.tsx';
import { Unavailable } from '../ui/unavailable.tsx';
import { AdminSwitch } from './admin-switch.tsx';
import { fetchUsers } from './queries.ts';
import { NEWEST_FIRST, USER_SORTS } from './sorts.ts';
import { UserList } from './user-list.tsx';

export async function UserView({ sort, page }: Address) {
  const toHref = (page: number) => `/admin${toSearch({ sort }, page)}`;
  const users = await load(fetchUsers(toSearch({ sort: sort || NEWEST_FIRST }, page)));

  return (
    <Section title="Users" aside={<AdminSwitch current="users" />}>
      <ListFilter
        path="/admin"
        choices={[{ label: 'Sort', name: 'sort', value: sort, options: USER_SORTS }]}
      />
      {users.value ? (
        <>
          <Summary count={users.value.total} one="user" empty="Nobody is here yet." />
          <UserList users={users.value.items} me={await readOwner()} />
          <Pager total={users.value.total} page={page} toHref={toHref} />
        </>
      ) : (
        <Unavailable message={users.message} session={users.session} href={toHref(page)} />
      )}
    </Section>
  );
}
