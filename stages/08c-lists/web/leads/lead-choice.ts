import { toLine } from '../../src/text.ts';

// How a lead is written in a field: names may be alike, numbers never are.
export function writeChoice({ id, name }: { id: number; name: string }): string {
  return `${name} #${id}`;
}

export function splitChoice(text: string): { name: string; id: number | undefined } {
  const [, name = text, id] = /^(.*?)\s*#([1-9]\d*)\s*$/.exec(text) ?? [];
  return { name: toLine(name), id: id === undefined ? undefined : Number(id) };
}
