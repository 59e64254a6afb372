import type { Minute } from './time.ts';

/** Of `HH:MM` on a 24-hour clock, as forms and files write it. */
export const minuteOf = (clock: string): Minute => {
  const [hour, minute] = clock.split(':');
  return Number(hour) * 60 + Number(minute);
};

/** The same of what may be none. */
export const minuteIn = (text: string): Minute | undefined =>
  /^([01]?\d|2[0-3]):[0-5]\d$/.test(text) ? minuteOf(text) : undefined;

export const clockOf = (minute: Minute): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
