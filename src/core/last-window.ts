import { openStretches } from './quiet-hours.ts';
import { addDays, type Instant, localTime, MINUTE, type Stretch } from './time.ts';
import type { Timetable } from './timetable.ts';

/** A long weekend with a holiday: nobody plans a visit on the Thursday before it for the Tuesday after. */
const LONG_WEEKEND_DAYS = 4;

/** Shorter than this is a walk down the hall, not a moment to think. */
const MOMENT = 10 * MINUTE;

/** When the person's last stretch without students before that instant begins, of those long enough to think. */
export const lastWindowBefore = (timetable: Timetable, instant: Instant): Instant | undefined =>
  lastWindow(timetable, instant, -1, ({ start, end }) => Math.min(end, instant) - start >= MOMENT)?.start;

/**
 * When the last such stretch begins of the first day that still has one; the instant itself once it has begun. What can
 * wait comes together there.
 */
export const lastWindowAhead = (timetable: Timetable, instant: Instant): Instant | undefined => {
  const window = lastWindow(
    timetable,
    instant,
    1,
    ({ start, end }) => end - Math.max(start, instant) >= MOMENT,
  );
  return window && Math.max(window.start, instant);
};

/** The last that will do of the first day that has any, from that instant's day on or back. */
const lastWindow = (
  timetable: Timetable,
  instant: Instant,
  direction: 1 | -1,
  willDo: (stretch: Stretch) => boolean,
): Stretch | undefined => {
  const { date } = localTime(instant, timetable.school.zone);
  for (let days = 0; days <= LONG_WEEKEND_DAYS; days += 1) {
    const window = openStretches(timetable, addDays(date, direction * days)).findLast(willDo);
    if (window) return window;
  }
  return undefined;
};
