import type { ReactNode } from 'react';

// A reader who opens another view goes on reading here, so it can take the focus; a box around it would tell nobody anything.
export function Heading({ children }: { children: ReactNode }) {
  return (
    <h1 className="min-w-0 text-title wrap-anywhere outline-none" dir="auto" tabIndex={-1}>
      {children}
    </h1>
  );
}
