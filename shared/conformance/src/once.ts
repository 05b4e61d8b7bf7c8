import type { Tracker } from './check.ts';
import { Random } from './random.ts';

/**
 * Something that several checks look at from different sides, made once a run, because starting processes is what
 * takes time. `make` gets a tracker whose random values depend on the name instead of the check; only `command`,
 * `session`, `launch` and `temporaryFile` make sense there. When it throws, each of the checks fails with it.
 */
export function once<T>(
  name: string,
  make: (tracker: Tracker) => Promise<T>,
): (tracker: Tracker) => Promise<T> {
  const made = new WeakMap<Tracker['run'], Promise<T>>();
  return (tracker) => {
    const before = made.get(tracker.run);
    if (before !== undefined) return before;
    const making = make({ ...tracker, random: new Random(`${tracker.run.seed}/${name}`) });
    made.set(tracker.run, making);
    return making;
  };
}
