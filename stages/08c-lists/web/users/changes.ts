// What an admin can do to the account of somebody else, by the name of its button.
const CHANGES = {
  promote: { role: 'admin' },
  demote: { role: 'user' },
  disable: { disabled: true },
  enable: { disabled: false },
} as const;

const NAMES = ['promote', 'demote', 'disable', 'enable'] as const;

// The button that was pressed, and whom it was about.
export function readUserChange(form: FormData) {
  const name = NAMES.find((name) => form.has(name));
  return name && { id: String(form.get(name)), changes: CHANGES[name] };
}
