import type { SessionTrouble } from '../api/api-error.ts';

interface Props {
  message: string | undefined;
  // The name of the thing it is about, where the form next to it does not say so.
  about?: string | undefined;
  session?: SessionTrouble | undefined;
}

// What the tracker refused. Whoever listens to the page hears it at once.
export function Alert({ message, about, session }: Props) {
  if (!message) return null;
  return (
    <p
      className="mt-3 rounded-lg bg-bad-soft px-4 py-3 text-bad wrap-anywhere first-letter:uppercase"
      role="alert"
    >
      {about && (
        <>
          “<bdi>{about}</bdi>”:{' '}
        </>
      )}
      {message}
      {session && <SignInBeside session={session} />}
    </p>
  );
}

// In another tab, so that what was typed stays here. A session that can be renewed is, without another word.
function SignInBeside({ session }: { session: SessionTrouble }) {
  return (
    <>
      {' '}
      <a
        className="rounded font-medium underline"
        href={session === 'ended' ? '/tasks' : '/sign-in'}
        target="_blank"
        rel="noreferrer"
      >
        Sign in in another tab
      </a>
      {session === 'ended' ? ', then send this again.' : ' as who you were here, then send this again.'}
    </>
  );
}
