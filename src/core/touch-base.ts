import { openStretches } from './quiet-hours.ts';
import { addDays, type Instant, type LocalDate, MINUTE } from './time.ts';
import type { Timetable } from './timetable.ts';

/**
 * Minutes both are free of students, after that instant. The last date that has any is taken (a week is
 * looked back on when it is over), and its first gap; dates are read in the first person's zone.
 */
export const commonGap = (
  a: Timetable,
  b: Timetable,
  dates: readonly LocalDate[],
  minutes: number,
  after: Instant,
): { start: Instant; minutes: number } | undefined => {
  const lasts = (from: Instant, to: Instant) => to - from >= minutes * MINUTE;
  for (const date of [...dates].reverse()) {
    // Two zones can be more than half a day apart, so the other person's day may be the one before or after.
    const theirs = [-1, 0, 1].flatMap((days) => openStretches(b, addDays(date, days)));
    for (const mine of openStretches(a, date)) {
      for (const other of theirs) {
        const start = Math.max(after, mine.start, other.start);
        if (lasts(start, Math.min(mine.end, other.end))) return { start, minutes };
      }
    }
  }
  return undefined;
};
