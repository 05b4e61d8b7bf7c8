import type { ReactNode } from 'react';
import type { Page } from '../../src/paging.ts';
import { toSearch } from '../address.ts';
import { attempt } from '../api.ts';
import { ListFilter } from '../list-filter.tsx';
import { CARD, Section, Summary } from '../page.tsx';
import { Pages } from '../pages.tsx';
import { Unavailable } from '../unavailable.tsx';
import { Choice } from '../view-switch.tsx';
import { readUser } from './read.ts';

interface Props<Item> {
  id: string;
  kind: 'task' | 'lead';
  orders: Record<string, string>;
  sort: string;
  page: number;
  read: (id: string, search: string) => Promise<Page<Item>>;
  draw: (item: Item) => ReactNode;
}

// What belongs to somebody, for an admin who looks: nothing here changes anything.
export async function OwnedView<Item>({ id, kind, orders, sort, page, read, draw }: Props<Item>) {
  const search = toSearch({ sort }, page);
  const [user, list] = await Promise.all([attempt(readUser(id)), attempt(read(id, search))]);
  const home = `/admin/users/${id}`;
  const path = `${home}/${kind}s`;
  const back = { href: '/admin', name: 'Users' };
  if (!user.value || !list.value) {
    return (
      <Section title="User" back={back}>
        <Unavailable message={user.message ?? list.message ?? ''} href={path + search} />
      </Section>
    );
  }

  const { name, email } = user.value;
  const kinds = (
    <nav className="flex gap-0.5 rounded-lg bg-sunken p-0.5" aria-label="What is shown">
      <Choice href={`${home}/tasks`} current={kind === 'task'}>
        Tasks
      </Choice>
      <Choice href={`${home}/leads`} current={kind === 'lead'}>
        Leads
      </Choice>
    </nav>
  );
  return (
    <Section title={name} back={back} aside={kinds}>
      <p className="-mt-3 text-muted wrap-anywhere">{email}</p>
      <ListFilter path={path} choices={[{ label: 'Sort', name: 'sort', value: sort, options: orders }]} />
      <Summary count={list.value.total} one={kind} empty={`${name} has no ${kind}s yet.`} />
      {list.value.items.length > 0 && (
        <ul className={`${CARD} divide-y divide-line overflow-clip`} aria-label={`${kind}s`}>
          {list.value.items.map(draw)}
        </ul>
      )}
      <Pages list={list.value} path={path} kept={{ sort }} page={page} />
    </Section>
  );
}
