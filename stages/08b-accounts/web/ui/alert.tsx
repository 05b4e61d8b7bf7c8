interface Props {
  message: string | undefined;
  // The name of the thing it is about, where the form next to it does not say so.
  about?: string | undefined;
}

// What the tracker refused. Whoever listens to the page hears it at once.
export function Alert({ message, about }: Props) {
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
    </p>
  );
}
