import { Renewing } from './auth/renewing.tsx';
import { SESSION_ENDED } from './form-state.ts';
import { BUTTON, CARD } from './page.tsx';

// In place of what could not be read. An ordinary link tries again, so that it works without scripts.
export function Unavailable({ message, href }: { message: string; href: string }) {
  const card = (
    <div className={`${CARD} mt-6 grid justify-items-center gap-4 px-6 py-12 text-center`}>
      <p className="text-muted first-letter:uppercase" role="alert">
        {message}
      </p>
      <a className={BUTTON} href={href}>
        Try again
      </a>
    </div>
  );
  return message === SESSION_ENDED ? <Renewing>{card}</Renewing> : card;
}
