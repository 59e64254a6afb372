import type { Minute } from '../core/time.ts';

/** A form's `HH:MM`. */
export const minuteOf = (clock: string): Minute | undefined => {
  const [, hour, minute] = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(clock) ?? [];
  return hour === undefined || minute === undefined ? undefined : Number(hour) * 60 + Number(minute);
};
