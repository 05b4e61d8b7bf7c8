import type { CheckResult } from './attempt.ts';
import type { Check } from './check.ts';

interface VerdictOptions {
  readonly bail?: boolean;
  readonly signal?: AbortSignal;
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
  #told = 0;

  constructor(order: readonly Check[], options: VerdictOptions) {
    this.results = order.map((check) => ({ check, status: 'waiting', milliseconds: 0 }));
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
      this.results[this.#told] = known;
      this.#told += 1;
      this.#options.onResult?.(known);
      if (this.#options.bail && known.status === 'failed') this.#stop();
    }
  }

  /** No results any more. */
  close(): void {
    this.stopped = true;
    this.#options.signal?.removeEventListener('abort', this.#stop);
  }
}
