export function Saved({ saved }: { saved: boolean }) {
  return (
    <p className="text-sm font-medium text-good" role="status">
      {saved && 'Saved.'}
    </p>
  );
}
