import { Time } from './time.tsx';

// When something came to be, and when it last changed.
export function Facts({ facts }: { facts: Record<string, string | null> }) {
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5 text-sm">
      {Object.entries(facts).map(
        ([name, time]) =>
          time && (
            <div key={name} className="col-span-2 grid grid-cols-subgrid">
              <dt className="text-muted">{name}</dt>
              <dd className="text-end tabular-nums">
                <Time at={time} />
              </dd>
            </div>
          ),
      )}
    </dl>
  );
}
