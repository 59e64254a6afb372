import type { Minute } from '../time.ts';
import type { ClockSaid } from './clock-at.ts';
import type { Half } from './number-token.ts';
import type { TimeFound } from './time-at.ts';

export type SettledTime =
  | { readonly ok: true; readonly start: Minute | undefined; readonly end: Minute | undefined }
  | { readonly ok: false; readonly why: 'no-such-time' | 'ends-before-start' };

const HALF_DAY = 720;
/** From here on a bare end hour may lie in the evening too ("6-7:30" on a parents' night). */
const EVENING = 17 * 60;

/** A bare hour is in the school day: 7–11 in the morning, 12–6 in the afternoon. */
const minuteOf = (clock: ClockSaid, half: Half | undefined): Minute | undefined => {
  const { hour, minute } = clock;
  if (hour > 23 || minute > 59) return undefined;
  if (half === undefined) return (hour >= 1 && hour <= 6 ? hour + 12 : hour) * 60 + minute;
  if (hour > 12) return half === 'pm' ? hour * 60 + minute : undefined;
  return ((hour % 12) + (half === 'pm' ? 12 : 0)) * 60 + minute;
};

const endOf = (clock: ClockSaid, start: Minute, startHalf: Half | undefined): Minute | undefined => {
  const end = minuteOf(clock, clock.half);
  if (end === 0 && clock.half === 'am') return 1440;
  const evening = startHalf === 'pm' || start >= EVENING;
  const later = end !== undefined && clock.half === undefined && end <= start && evening && clock.hour <= 12;
  return later ? end + HALF_DAY : end;
};

/** "8:50-9:30 am" and "1-2pm" say the half once for both ends. */
const startOf = (clock: ClockSaid, end: ClockSaid | undefined): Minute | undefined => {
  if (clock.half !== undefined || end?.half === undefined) return minuteOf(clock, clock.half);
  const shared = minuteOf(clock, end.half);
  const until = minuteOf(end, end.half);
  return shared !== undefined && until !== undefined && shared < until ? shared : minuteOf(clock, undefined);
};

export const settleTime = (found: Pick<TimeFound, 'start' | 'end' | 'minutes'>): SettledTime => {
  if (found.start === undefined) {
    const end = found.end && minuteOf(found.end, found.end.half);
    return found.end !== undefined && end === undefined
      ? { ok: false, why: 'no-such-time' }
      : { ok: true, start: undefined, end };
  }
  const start = startOf(found.start, found.end);
  if (start === undefined) return { ok: false, why: 'no-such-time' };
  if (found.minutes !== undefined) {
    const end = start + found.minutes;
    return found.minutes > 0 && end <= 1440
      ? { ok: true, start, end }
      : { ok: false, why: found.minutes > 0 ? 'no-such-time' : 'ends-before-start' };
  }
  if (found.end === undefined) return { ok: true, start, end: undefined };
  const end = endOf(found.end, start, found.start.half);
  if (end === undefined) return { ok: false, why: 'no-such-time' };
  return end > start ? { ok: true, start, end } : { ok: false, why: 'ends-before-start' };
};
