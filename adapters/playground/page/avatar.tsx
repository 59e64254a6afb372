import type { Seat } from '../seats.ts';
import { Mark } from './icons.tsx';

export const Avatar = ({ seat, size }: { seat: Seat; size: number }) => (
  <span
    aria-hidden="true"
    className="avatar"
    style={{ background: seat.avatar.color, width: size, height: size, fontSize: size * 0.4 }}
  >
    {seat.avatar.initials}
  </span>
);

export const BotAvatar = ({ size }: { size: number }) => (
  <span aria-hidden="true" className="avatar" style={{ width: size, height: size }}>
    <Mark size={size} />
  </span>
);
