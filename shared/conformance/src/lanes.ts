/** Runs a piece of work for every item in order, `width` at a time, until `stopped` says so before the next one. */
export async function runLane<T>(
  items: readonly T[],
  width: number,
  stopped: () => boolean,
  work: (item: T) => Promise<void>,
): Promise<void> {
  let next = 0;
  async function takeTurns(): Promise<void> {
    while (next < items.length && !stopped()) {
      const item = items[next];
      next += 1;
      if (item !== undefined) await work(item);
    }
  }
  await Promise.all(Array.from({ length: width }, takeTurns));
}
