// A person at a terminal is told after this time that something is still going on.
const SILENCE = 1000;

/** A line that comes when there is no news for a while, and goes when there is. Nothing at all without a terminal. */
export interface Waiting {
  /** Call before anything is printed. */
  news(): void;
  /** Call when there is nothing more to wait for. */
  end(): void;
}

/**
 * Begins to wait.
 * @param text what is being waited for
 * @returns see Waiting
 */
export function beginWaiting(text: string): Waiting {
  const { stdout } = process;
  if (!stdout.isTTY) return { news: () => {}, end: () => {} };
  let timer: NodeJS.Timeout | undefined;
  let shown = false;
  const clear = (): void => {
    clearTimeout(timer);
    if (shown) stdout.write('\r\u001b[2K');
    shown = false;
  };
  const show = (): void => {
    shown = true;
    stdout.write(`  ${text}`);
  };
  const news = (): void => {
    clear();
    timer = setTimeout(show, SILENCE);
  };
  news();
  return { news, end: clear };
}
