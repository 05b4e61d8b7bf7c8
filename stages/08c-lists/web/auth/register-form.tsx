'use client';

import { Field, SubmitButton } from '../forms/field.tsx';
import { useAction } from '../forms/use-action.ts';
import { Alert } from '../ui/alert.tsx';
import { register } from './actions.ts';

export function RegisterForm({ next }: { next: string }) {
  const { state, form } = useAction(register);

  return (
    <form className="grid gap-4" {...form}>
      <input type="hidden" name="next" value={next} />
      <Field
        label="Name"
        name="name"
        autoComplete="name"
        required
        aria-invalid={state.fields.includes('name')}
        defaultValue={state.values.name}
      />
      <Field
        label="Email"
        name="email"
        type="email"
        autoComplete="username"
        required
        aria-invalid={state.fields.includes('email')}
        defaultValue={state.values.email}
      />
      <div className="grid gap-1.5">
        <Field
          label="Password"
          name="password"
          type="password"
          autoComplete="new-password"
          required
          aria-invalid={state.fields.includes('password')}
          aria-describedby="password-rule"
        />
        <p className="text-sm text-muted" id="password-rule">
          12 characters or more; a few words are easy to keep in mind.
        </p>
      </div>
      <SubmitButton>Create account</SubmitButton>
      <Alert message={state.message} />
    </form>
  );
}
