import type { SessionTrouble } from '../api/api-error.ts';
import { Renewing } from '../auth/renewing.tsx';
import { BUTTON } from './button.tsx';
import { CARD } from './card.ts';

interface Props {
  message: string;
  href: string;
  session?: SessionTrouble | undefined;
}

// In place of what could not be read. An ordinary link tries again, so that it works without scripts.
export function Unavailable({ message, href, session }: Props) {
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
  return session === 'ended' ? <Renewing>{card}</Renewing> : card;
}
