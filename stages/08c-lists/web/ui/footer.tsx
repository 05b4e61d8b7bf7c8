import manifest from '../../package.json';

// What this is, which stage of it, and where it can be read: a link where SOURCE_URL says so, else the folder's name.
export function Footer() {
  const { SOURCE_URL } = process.env;
  const folder = `stages/${manifest.name.replace('@strata/', '')}`;

  return (
    <footer className="mx-auto max-w-400 px-4 pb-6 text-sm text-muted wrap-anywhere sm:px-6">
      {manifest.description}. Its source:{' '}
      {SOURCE_URL ? (
        <a className="rounded underline hover:text-text" href={SOURCE_URL}>
          {folder}
        </a>
      ) : (
        <span>{folder}</span>
      )}
      , of Strata.
    </footer>
  );
}
