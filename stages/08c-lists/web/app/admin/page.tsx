import type { Metadata } from 'next';
import { parseAddress, type Query } from '../../address.ts';
import { USER_SORTS } from '../../users/sorts.ts';
import { UserView } from '../../users/user-view.tsx';

export const metadata: Metadata = { title: 'Users' };

export default async function Page({ searchParams }: { searchParams: Query }) {
  return <UserView {...(await parseAddress(searchParams, USER_SORTS))} />;
}
