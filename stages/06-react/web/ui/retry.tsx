import type { MouseEvent } from 'react';
import { Button } from './button.tsx';

// The button goes when it is pressed, and its reader goes on at the heading.
export function Retry({ onRetry }: { onRetry: () => void }) {
  function retry({ currentTarget }: MouseEvent<HTMLElement>) {
    currentTarget.closest('main')?.querySelector('h1')?.focus();
    onRetry();
  }

  return <Button onClick={retry}>Try again</Button>;
}
