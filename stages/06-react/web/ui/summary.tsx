// Says how many there are, or what to do when there are none. A screen reader hears it change.
export function Summary({ count, one, empty }: { count: number; one: string; empty: string }) {
  if (count > 0) {
    return (
      <p className="my-3 text-sm text-muted" role="status">{`${count} ${one}${count === 1 ? '' : 's'}`}</p>
    );
  }
  return (
    <p
      className="my-3 rounded-xl border border-dashed border-line px-6 py-8 text-center text-muted sm:py-12"
      role="status"
    >
      {empty}
    </p>
  );
}
