import { Field } from '../forms/field.tsx';

interface Props {
  values: { name?: string; email?: string; company?: string };
  wrong: string[];
}

export function PersonFields({ values, wrong }: Props) {
  return (
    <>
      <Field
        label="Name"
        name="name"
        required
        aria-invalid={wrong.includes('name')}
        defaultValue={values.name}
      />
      <Field
        label="Email"
        name="email"
        inputMode="email"
        aria-invalid={wrong.includes('email')}
        defaultValue={values.email}
      />
      <Field
        label="Company"
        name="company"
        aria-invalid={wrong.includes('company')}
        defaultValue={values.company}
      />
    </>
  );
}
