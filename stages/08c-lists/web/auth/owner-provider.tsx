'use client';

import { createContext, type ReactNode, use, useState } from 'react';

const Owner = createContext<string | undefined>(undefined);

interface Props {
  owner: string | undefined;
  children: ReactNode;
}

// Tells every form of a page whose page it is.
export function OwnerProvider({ owner, children }: Props) {
  return <Owner value={owner}>{children}</Owner>;
}

// Whose page it was when the form was drawn first: what is typed in it stays theirs, whoever the page is drawn anew for.
export function useOwner(): string | undefined {
  const owner = use(Owner);
  const [first] = useState(owner);
  return first;
}
