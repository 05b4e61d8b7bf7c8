import { readText } from './form-state.ts';

interface Props {
  values: Record<string, string>;
  // What a form without scripts was sent with, when it comes back refused.
  sent: Record<string, string>;
}

// What stood in the fields when the form was drawn travels with it, unseen: what somebody else has changed meanwhile is
// not sent back as it was. The server compares, so that it works without scripts.
export function Originals({ values, sent }: Props) {
  return Object.entries(values).map(([name, value]) => (
    <input key={name} type="hidden" name={toOriginal(name)} value={sent[toOriginal(name)] ?? value} />
  ));
}

// The fields that hold something else than they did.
export function readChanges(form: FormData): Record<string, string> {
  const changes: Record<string, string> = {};
  for (const name of form.keys()) {
    if (!form.has(toOriginal(name))) continue;
    const text = readText(form, name);
    if (text !== readText(form, toOriginal(name))) changes[name] = text;
  }
  return changes;
}

function toOriginal(name: string): string {
  return `original-${name}`;
}
