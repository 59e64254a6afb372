import { openStretches } from './quiet-hours.ts';
import { addDays, type Instant, localTime, MINUTE } from './time.ts';
import type { Timetable } from './timetable.ts';

/** A long weekend with a holiday: nobody plans a visit on the Thursday before it for the Tuesday after. */
const LONG_WEEKEND_DAYS = 4;

/** Shorter than this is a walk down the hall, not a moment to think. */
export const MOMENT_MINUTES = 10;

/** When the person's last stretch without students before that instant begins, of those that last so many minutes. */
export const lastWindowBefore = (
  timetable: Timetable,
  instant: Instant,
  minutes: number,
): Instant | undefined => {
  const { date } = localTime(instant, timetable.school.zone);
  for (let days = 0; days <= LONG_WEEKEND_DAYS; days += 1) {
    const window = openStretches(timetable, addDays(date, -days)).findLast(
      ({ start, end }) => Math.min(end, instant) - start >= minutes * MINUTE,
    );
    if (window) return window.start;
  }
  return undefined;
};

/**
 * When the last such stretch begins of the first day that still has one; the instant itself once it has begun. What can
 * wait comes together there.
 */
export const lastWindowAhead = (
  timetable: Timetable,
  instant: Instant,
  minutes: number,
): Instant | undefined => {
  const { date } = localTime(instant, timetable.school.zone);
  for (let days = 0; days <= LONG_WEEKEND_DAYS; days += 1) {
    const window = openStretches(timetable, addDays(date, days)).findLast(
      ({ start, end }) => end - Math.max(start, instant) >= minutes * MINUTE,
    );
    if (window) return Math.max(window.start, instant);
  }
  return undefined;
};
