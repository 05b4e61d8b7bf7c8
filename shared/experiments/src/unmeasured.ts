/** A side could not be measured; the message is one sentence for the learner. */
export class Unmeasured extends Error {
  /** What to try next. */
  readonly next: string;

  constructor(message: string, next: string) {
    super(message);
    this.next = next;
  }
}
