import type { Metadata } from 'next';
import { parseAddress, type Query } from '../../../address.ts';
import { ActionView } from '../../../users/action-view.tsx';

export const metadata: Metadata = { title: 'Actions' };

export default async function Page({ searchParams }: { searchParams: Query }) {
  return <ActionView {...(await parseAddress(searchParams, {}))} />;
}
