/** Waits, a few milliseconds at most, until the clock is past a timestamp, so that a later one must differ. */
export async function clockPast(timestamp: unknown): Promise<void> {
  const from = Math.min(Date.parse(String(timestamp)) || 0, Date.now());
  while (Date.now() <= from) await new Promise((resolve) => setImmediate(resolve));
}
