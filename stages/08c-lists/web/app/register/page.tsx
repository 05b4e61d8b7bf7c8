import type { Metadata } from 'next';
import { type Query, toPath, toSearch } from '../../address.ts';
import { AuthCard } from '../../auth/auth-card.tsx';
import { RegisterForm } from '../../auth/register-form.tsx';

export const metadata: Metadata = { title: 'Create an account' };

export default async function RegisterPage({ searchParams }: { searchParams: Query }) {
  const { next } = await searchParams;
  const path = toPath(next);
  const href = `/sign-in${toSearch({ next: next && path })}`;
  return (
    <AuthCard title="Create an account" other={{ question: 'Already here before?', name: 'Sign in', href }}>
      <RegisterForm next={path} />
    </AuthCard>
  );
}
