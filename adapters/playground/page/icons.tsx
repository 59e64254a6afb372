import type { ReactNode } from 'react';

const Icon = ({ children, size = 20 }: { children: ReactNode; size?: number }) => (
  <svg
    aria-hidden="true"
    width={size}
    height={size}
    viewBox="0 0 20 20"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.6"
    strokeLinecap="round"
    strokeLinejoin="round"
  >
    {children}
  </svg>
);

/** PushIn's mark: somebody steps through a classroom's door. */
export const Mark = ({ size }: { size: number }) => (
  <svg aria-hidden="true" className="mark" width={size} height={size} viewBox="0 0 40 40">
    <rect width="40" height="40" rx="10" fill="#0f766e" />
    <path
      d="M18 9h11a2 2 0 0 1 2 2v18a2 2 0 0 1-2 2H18"
      fill="none"
      stroke="#99f6e4"
      strokeWidth="3"
      strokeLinecap="round"
    />
    <path
      d="M8 20h15m-5.5-6 6 6-6 6"
      fill="none"
      stroke="#fff"
      strokeWidth="3.4"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  </svg>
);

export const HomeIcon = () => (
  <Icon>
    <path d="M3.5 9 10 3.5 16.5 9v7.5h-4.5v-4.5h-4v4.5H3.5z" />
  </Icon>
);
export const ChatIcon = () => (
  <Icon>
    <path d="M3.5 4.5h13v9.5H9l-3.5 3v-3h-2z" />
  </Icon>
);
export const BellIcon = ({ size = 20 }: { size?: number }) => (
  <Icon size={size}>
    <path d="M5.5 13.5V9a4.5 4.5 0 0 1 9 0v4.5l1.5 1.5H4zM8.5 17.200h3" />
  </Icon>
);
export const CalendarIcon = () => (
  <Icon>
    <path d="M3.5 5h13v11.5h-13zM3.5 8.5h13M7 3v3.5M13 3v3.5" />
  </Icon>
);
export const PeopleIcon = () => (
  <Icon>
    <circle cx="7.5" cy="7" r="2.7" />
    <path d="M2.800 16c.4-3.200 2-4.7 4.7-4.7s4.3 1.5 4.7 4.7zM13 4.800a2.5 2.5 0 0 1 0 4.600M14.5 12c1.600.5 2.5 1.800 2.800 4" />
  </Icon>
);
export const EyeIcon = () => (
  <Icon size={14}>
    <path d="M2 10s2.800-5 8-5 8 5 8 5-2.800 5-8 5-8-5-8-5z" />
    <circle cx="10" cy="10" r="2.3" />
  </Icon>
);
export const SendIcon = () => (
  <Icon size={18}>
    <path d="M3.5 4 17 10 3.5 16l1.800-6zM5.3 10H11" />
  </Icon>
);
export const ForwardIcon = () => (
  <Icon size={16}>
    <path d="m4 5 5.5 5L4 15zM10.5 5 16 10l-5.5 5z" />
  </Icon>
);
export const CloseIcon = () => (
  <Icon>
    <path d="m5 5 10 10M15 5 5 15" />
  </Icon>
);
