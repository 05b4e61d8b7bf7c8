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
    <path d="M3.5 5.5h13M8 5.5V4a1 1 0 0 1 1-1h2a1 1 0 0 1 1 1v1.500M5.500 5.500l.7 10.100a1.500 1.500 0 0 0 1.500 1.400h4.600a1.500 1.500 0 0 0 1.500-1.400l.7-10.100M8.500 9v4.500M11.500 9v4.500" />
  </Icon>
);

export const BackIcon = () => (
  <Icon size={16}>
    <path d="M12 4.500 6.500 10l5.500 5.500" />
  </Icon>
);

export const ListIcon = () => (
  <Icon size={16}>
    <path d="M7.500 5h9M7.500 10h9M7.500 15h9M3.500 5h.01M3.500 10h.01M3.500 15h.01" />
  </Icon>
);

export const BoardIcon = () => (
  <Icon size={16}>
    <path d="M3.500 4h3v12h-3zM8.500 4h3v8h-3zM13.500 4h3v5h-3z" />
  </Icon>
);

export const PersonIcon = () => (
  <Icon size={14}>
    <path d="M10 10a3.200 3.200 0 1 0 0-6.400 3.200 3.200 0 0 0 0 6.400ZM4 17c.6-3.200 3-4.500 6-4.500s5.400 1.300 6 4.500" />
  </Icon>
);
