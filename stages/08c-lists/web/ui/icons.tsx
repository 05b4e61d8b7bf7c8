import type { ReactNode } from 'react';

// Decoration beside a name, or inside a button that has one: never read out.
function Icon({ children, size = 18 }: { children: ReactNode; size?: number }) {
  return (
    <svg
      aria-hidden="true"
      className="shrink-0"
      fill="none"
      height={size}
      stroke="currentColor"
      strokeLinecap="round"
      strokeLinejoin="round"
      strokeWidth="1.75"
      viewBox="0 0 20 20"
      width={size}
    >
      {children}
    </svg>
  );
}

export const CheckIcon = () => (
  <Icon size={14}>
    <path d="m4.5 10.5 3.5 3.5 7.5-8" strokeWidth="2.5" />
  </Icon>
);

export const BinIcon = () => (
  <Icon>
    <path d="M3.5 5.5h13M8 5.5V4a1 1 0 0 1 1-1h2a1 1 0 0 1 1 1v1.5M5.5 5.5l.7 10.1a1.5 1.5 0 0 0 1.5 1.4h4.6a1.5 1.5 0 0 0 1.5-1.4l.7-10.1M8.5 9v4.5M11.5 9v4.5" />
  </Icon>
);

export const BackIcon = () => (
  <Icon size={16}>
    <path d="M12 4.5 6.5 10l5.5 5.5" />
  </Icon>
);

export const ListIcon = () => (
  <Icon size={16}>
    <path d="M7.5 5h9M7.5 10h9M7.5 15h9M3.5 5h.01M3.5 10h.01M3.5 15h.01" />
  </Icon>
);

export const BoardIcon = () => (
  <Icon size={16}>
    <path d="M3.5 4h3v12h-3zM8.5 4h3v8h-3zM13.5 4h3v5h-3z" />
  </Icon>
);

export const NextIcon = () => (
  <Icon size={14}>
    <path d="M4 10h12M11.5 5.5 16 10l-4.5 4.5" />
  </Icon>
);

export const PersonIcon = () => (
  <Icon size={14}>
    <path d="M10 10a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4ZM4 17c.6-3.2 3-4.5 6-4.5s5.4 1.3 6 4.5" />
  </Icon>
);
