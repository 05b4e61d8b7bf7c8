import { type Address, toSearch } from '../address.ts';
import { attempt } from '../api.ts';
import { readMe } from '../auth/read.ts';
import { ListFilter } from '../list-filter.tsx';
import { Section, Summary } from '../page.tsx';
import { Pages } from '../pages.tsx';
import { Unavailable } from '../unavailable.tsx';
import { ORDERS } from './orders.ts';
import { readUsers } from './read.ts';
import { UserList } from './user-list.tsx';

export async function UserView({ sort, page }: Address) {
  const search = toSearch({ sort: sort || '-id' }, page);
  const [users, me] = await Promise.all([attempt(readUsers(search)), readMe()]);

  return (
    <Section title="Users">
      <ListFilter path="/admin" choices={[{ label: 'Sort', name: 'sort', value: sort, options: ORDERS }]} />
      {users.value ? (
        <>
          <Summary count={users.value.total} one="user" empty="Nobody is here yet." />
          <UserList users={users.value.items} me={me?.id} />
          <Pages list={users.value} path="/admin" kept={{ sort }} page={page} />
        </>
      ) : (
        <Unavailable message={users.message} href={`/admin${toSearch({ sort }, page)}`} />
      )}
    </Section>
  );
}
