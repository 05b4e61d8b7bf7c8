import type { CheckResult } from './attempt.ts';
import type { Check } from './check.ts';
import type { FailureFacts } from './failure.ts';

interface VerdictOptions {
  readonly bail?: boolean;
  readonly signal?: AbortSignal;
  readonly first?: { isAgain(failure: FailureFacts): boolean };
  onStart?(total: number): void;
  onResult?(result: CheckResult): void;
}

/** Gathers results as they come, tells of them in suite order, and knows when it is enough. */
export class Verdict {
  /** In suite order; `waiting` until known, and for good when the run stops before. */
  readonly results: CheckResult[];
  /** Settles when the run should stop early. */
  readonly whenStopped: Promise<void>;
  stopped = false;
  readonly #options: VerdictOptions;
  readonly #known = new Map<Check, CheckResult>();
  readonly #stop: () => void;
  readonly #regular: readonly Check[];
  #told = 0;
  #reordered = false;

  /** `order` is told, and `regular` from the moment the first one fails in another way than before. */
  constructor(order: readonly Check[], regular: readonly Check[], options: VerdictOptions) {
    this.results = order.map(waiting);
    this.#regular = regular;
    this.#options = options;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.whenStopped = promise;
    this.#stop = () => {
      this.stopped = true;
      resolve();
    };
    options.signal?.addEventListener('abort', this.#stop, { once: true });
    if (options.signal?.aborted) this.#stop();
    options.onStart?.(order.length);
  }

  /** Takes one result in, and tells of every result that no earlier one holds back. */
  add(result: CheckResult): void {
    this.#known.set(result.check, result);
    while (!this.stopped) {
      const next = this.results[this.#told];
      const known = next && this.#known.get(next.check);
      if (known === undefined) return;
      if (this.#isOutOfTurn(known)) {
        this.results.splice(0, this.results.length, ...this.#regular.map(waiting));
        this.#reordered = true;
        continue;
      }
      this.results[this.#told] = known;
      this.#told += 1;
      this.#options.onResult?.(known);
      if (this.#options.bail && known.status === 'failed') this.#stop();
    }
  }

  #isOutOfTurn({ failure }: CheckResult): boolean {
    const { first } = this.#options;
    if (first === undefined || failure === undefined || this.#told > 0 || this.#reordered) return false;
    return !first.isAgain(failure);
  }

  /** No results any more. */
  close(): void {
    this.stopped = true;
    this.#options.signal?.removeEventListener('abort', this.#stop);
  }
}

function waiting(check: Check): CheckResult {
  return { check, status: 'waiting', milliseconds: 0 };
}
