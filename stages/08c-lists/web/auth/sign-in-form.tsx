'use client';

import { Field, SubmitButton } from '../forms/field.tsx';
import { useAction } from '../forms/use-action.ts';
import { Alert } from '../ui/alert.tsx';
import { signIn } from './actions.ts';

export function SignInForm({ next }: { next: string }) {
  const { state, form } = useAction(signIn);

  return (
    <form className="grid gap-4" {...form}>
      <input type="hidden" name="next" value={next} />
      <Field
        label="Email"
        name="email"
        type="email"
        autoComplete="username"
        required
        aria-invalid={state.fields.includes('email')}
        defaultValue={state.values.email}
      />
      <Field
        label="Password"
        name="password"
        type="password"
        autoComplete="current-password"
        required
        aria-invalid={state.fields.includes('password')}
      />
      <SubmitButton>Sign in</SubmitButton>
      <Alert message={state.message} />
    </form>
  );
}
