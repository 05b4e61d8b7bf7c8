import type { Metadata } from 'next';
import { type Query, toPath, toSearch } from '../../address.ts';
import { AuthCard } from '../../auth/auth-card.tsx';
import { DemoForm } from '../../auth/demo-form.tsx';
import { SignInForm } from '../../auth/sign-in-form.tsx';
import { offersDemo } from '../../config.ts';

export const metadata: Metadata = { title: 'Sign in' };

export default async function SignInPage({ searchParams }: { searchParams: Query }) {
  const { next } = await searchParams;
  const path = toPath(next);
  const href = `/register${toSearch({ next: next && path })}`;
  return (
    <AuthCard title="Sign in" other={{ question: 'New here?', name: 'Create an account', href }}>
      <SignInForm next={path} />
      {offersDemo(process.env) && <DemoForm next={path} />}
    </AuthCard>
  );
}
