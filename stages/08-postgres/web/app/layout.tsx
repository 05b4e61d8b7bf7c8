import type { Metadata, Viewport } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { AccountMenu } from '../auth/account-menu.tsx';
import { hasSignedIn, readMe } from '../auth/read.ts';
import { Traveller } from '../heading.tsx';
import { CheckIcon } from '../icons.tsx';
import { Navigation } from '../navigation.tsx';
import '../styles.css';

export const metadata: Metadata = {
  title: { template: '%s · Tracker', default: 'Tracker' },
  description: 'Tasks and leads, and what to do next',
  icons: 'data:,',
};

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#1a1f29' },
  ],
};

export default async function Layout({ children }: { children: ReactNode }) {
  const signedIn = await hasSignedIn();
  const me = await readMe();
  return (
    <html lang="en">
      <body className="bg-page text-text">
        <header className="sticky top-0 z-10 border-b border-line bg-surface">
          <div className="mx-auto flex min-h-14 max-w-5xl items-center justify-between gap-4 px-4 sm:px-6">
            <Link
              className="flex items-center gap-2 rounded font-bold tracking-tight"
              href="/tasks"
              prefetch={false}
            >
              <span className="grid size-6 place-items-center rounded-lg bg-accent text-on-accent">
                <CheckIcon />
              </span>
              <span className={signedIn ? 'max-sm:sr-only' : ''}>Tracker</span>
            </Link>
            <div className="flex min-w-0 items-center gap-2">
              {signedIn && <Navigation />}
              {me && <AccountMenu me={me} />}
            </div>
            <Traveller />
          </div>
        </header>
        {children}
      </body>
    </html>
  );
}
