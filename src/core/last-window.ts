import { openStretches } from './quiet-hours.ts';
import { addDays, type Instant, localTime, MINUTE } from './time.ts';
import type { Timetable } from './timetable.ts';

/** A long weekend with a holiday: nobody plans a visit on the Thursday before it for the Tuesday after. */
const DAYS_BACK = 4;

/** Shorter than this is a walk down the hall, not a moment to think. */
export const MOMENT_MINUTES = 10;

/** When the person's last stretch without students before that instant begins, of those that last so many minutes. */
export const lastWindowBefore = (
  timetable: Timetable,
  instant: Instant,
  minutes: number,
): Instant | undefined => {
  const { date } = localTime(instant, timetable.school.zone);
  for (let days = 0; days <= DAYS_BACK; days += 1) {
    const window = openStretches(timetable, addDays(date, -days)).findLast(
      ({ start, end }) => Math.min(end, instant) - start >= minutes * MINUTE,
    );
    if (window) return window.start;
  }
  return undefined;
};
