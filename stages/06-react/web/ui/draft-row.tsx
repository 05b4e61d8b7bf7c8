import { Row } from './row.tsx';

// What was just added and is not stored yet: there is nothing to be done with it, but it can be seen.
export function DraftRow({ name, card = false }: { name: string; card?: boolean }) {
  return <Row title={name} badge={{ name: 'Saving…', tone: 'plain' }} card={card} ref={bringIntoView} />;
}

function bringIntoView(row: HTMLLIElement | null): void {
  row?.scrollIntoView({ block: 'nearest' });
}
