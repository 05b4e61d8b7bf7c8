/** What the companion answers when something a person can mend is in the way: a sentence, never a stack trace. */
export class Refusal extends Error {
  /** The exit status: 1 when the thing asked does not hold, 2 when the command line was wrong. */
  readonly status: 1 | 2;

  constructor(message: string, options: { status?: 1 | 2; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.status = options.status ?? 1;
  }
}

/**
 * The code of a system error such as ENOENT.
 * @param error anything that was thrown
 * @returns the code, or undefined when it is not a system error
 */
export function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/**
 * What went wrong, in words.
 * @param error anything that was thrown
 * @returns its message
 */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
