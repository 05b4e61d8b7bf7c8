import { CARD } from './page.tsx';

const BAR = 'motion-safe:animate-pulse rounded-md bg-line';

// The shape of a page while its content is on its way; a quick answer comes before it appears.
export function Skeleton() {
  return (
    <main className="mx-auto max-w-5xl motion-safe:animate-appear px-4 pt-8 sm:px-6 sm:pt-10">
      <p className="sr-only" role="status">
        Loading…
      </p>
      <div className={`${BAR} h-8 w-36`} />
      <div className={`${CARD} mt-6 h-24`} />
      <div className={`${CARD} mt-6 grid gap-6 p-6`}>
        {['w-2/5', 'w-3/5', 'w-1/2', 'w-1/3'].map((width) => (
          <div key={width} className={`${BAR} ${width} h-4`} />
        ))}
      </div>
    </main>
  );
}
