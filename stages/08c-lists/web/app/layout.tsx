import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { AccountMenu } from '../auth/account-menu.tsx';
import { readOwner } from '../auth/owner.ts';
import { OwnerProvider } from '../auth/owner-provider.tsx';
import { fetchMe } from '../auth/queries.ts';
import { Footer } from '../ui/footer.tsx';
import { Header } from '../ui/header.tsx';
import { Navigation } from '../ui/navigation.tsx';
import { Traveller } from '../ui/traveller.tsx';
import { inter } from './font.ts';
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
  const owner = await readOwner();
  const me = await fetchMe();
  return (
    <html className={inter.variable} lang="en">
      <body className="bg-page text-text">
        <Header home="/tasks" account={me && <AccountMenu me={me} />}>
          {owner && <Navigation />}
        </Header>
        <Traveller />
        <OwnerProvider owner={owner}>{children}</OwnerProvider>
        <Footer />
      </body>
    </html>
  );
}
