import type { ReactNode } from 'react';
import type { Page } from '../../src/paging.ts';
import { type Address, toListPath, toSearch } from '../address.ts';
import { load } from '../api/load.ts';
import { ListFilter } from '../forms/list-filter.tsx';
import { Pager } from '../ui/pager.tsx';
import { Section } from '../ui/section.tsx';
import { Summary } from '../ui/summary.tsx';
import { Unavailable } from '../ui/unavailable.tsx';
import { Choice, Switch } from '../ui/view-switch.tsx';
import { fetchUser } from './queries.ts';

type Kind = 'tasks' | 'leads';

interface Props<Item> extends Pick<Address, 'q' | 'sort' | 'page'> {
  userId: string;
  kind: Kind;
  sorts: Record<string, string>;
  items: Promise<Page<Item>>;
  draw: (items: readonly Item[]) => ReactNode;
}

// What belongs to somebody, for an admin who looks after it.
export async function OwnedView<Item>({ userId, kind, q, sort, sorts, page, items, draw }: Props<Item>) {
  const [user, list] = await Promise.all([load(fetchUser(userId)), load(items)]);
  const back = { href: '/admin', name: 'Users' };
  const path = toListPath(kind, userId);
  const toHref = (page: number) => path + toSearch({ q, sort }, page);
  if (!user.value || !list.value) {
    const { message = '', session } = user.value ? list : user;
    return (
      <Section title="User" back={back}>
        <Unavailable message={message} session={session} href={toHref(page)} />
      </Section>
    );
  }

  const { name, email } = user.value;
  return (
    <Section title={name} back={back} aside={<KindSwitch userId={userId} kind={kind} />}>
      <p className="-mt-2 text-muted wrap-anywhere">
        <bdi>{email}</bdi>
      </p>
      <ListFilter
        path={path}
        choices={[{ label: 'Sort', name: 'sort', value: sort, options: sorts }]}
        search={{ q, placeholder: kind === 'tasks' ? 'Title or notes' : 'Name, company or email' }}
      />
      <Summary
        count={list.value.total}
        one={kind.slice(0, -1)}
        empty={q ? `None of the ${kind} has this.` : `There are no ${kind} here.`}
      />
      {draw(list.value.items)}
      <Pager total={list.value.total} page={page} toHref={toHref} />
    </Section>
  );
}

function KindSwitch({ userId, kind }: { userId: string; kind: Kind }) {
  return (
    <Switch label="What is shown">
      <Choice href={toListPath('tasks', userId)} current={kind === 'tasks'}>
        Their tasks
      </Choice>
      <Choice href={toListPath('leads', userId)} current={kind === 'leads'}>
        Their leads
      </Choice>
    </Switch>
  );
}
