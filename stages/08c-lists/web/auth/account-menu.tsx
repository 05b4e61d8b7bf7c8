import type { Account } from '../../src/users/schema.ts';
import { BUTTON } from '../ui/button.tsx';
import { PersonIcon } from '../ui/icons.tsx';
import { Link } from '../ui/link.tsx';

// Opened and closed by the browser itself, with Escape as well: it needs no script. On a phone only the icon has room.
export function AccountMenu({ me: { name, email, role } }: { me: Account }) {
  return (
    <div className="relative min-w-0">
      <button className={`${BUTTON} max-w-full gap-0 sm:gap-1.5`} type="button" popoverTarget="account">
        <PersonIcon />
        <span className="truncate max-sm:text-[0px]">
          Account: <bdi>{name}</bdi>
        </span>
      </button>
      <div
        className="fixed inset-auto top-16 right-4 w-64 max-w-[calc(100vw-2rem)] rounded-xl border border-line bg-surface p-2 text-text shadow-card sm:right-[max(1.5rem,calc(50vw-48.5rem))]"
        id="account"
        popover="auto"
      >
        <p className="px-3 pt-2 font-medium wrap-anywhere">
          <bdi>{name}</bdi>
        </p>
        <p className="px-3 pb-3 text-sm text-muted wrap-anywhere">
          <bdi>{email}</bdi>
        </p>
        {role === 'admin' && (
          <Link className={ENTRY} href="/admin">
            Admin
          </Link>
        )}
        <form action="/auth/sign-out" method="post">
          <button className={ENTRY} type="submit">
            Sign out
          </button>
        </form>
      </div>
    </div>
  );
}

const ENTRY =
  'flex min-h-9 w-full cursor-pointer items-center rounded-lg px-3 text-sm font-medium motion-safe:transition-colors motion-safe:duration-120 hover:bg-hover';
