import { openStretches } from './quiet-hours.ts';
import { addDays, type Instant, type LocalDate, MINUTE } from './time.ts';
import type { Timetable } from './timetable.ts';

/**
 * When the first minutes of that date begin in which both are free of students, after that instant; the date is read
 * in the first person's zone.
 */
export const commonGap = (
  a: Timetable,
  b: Timetable,
  date: LocalDate,
  minutes: number,
  after: Instant,
): Instant | undefined => {
  const lasts = (from: Instant, to: Instant) => to - from >= minutes * MINUTE;
  // Two zones can be more than half a day apart, so the other person's day may be the one before or after.
  const theirs = [-1, 0, 1].flatMap((days) => openStretches(b, addDays(date, days)));
  for (const mine of openStretches(a, date)) {
    for (const other of theirs) {
      const start = Math.max(after, mine.start, other.start);
      if (lasts(start, Math.min(mine.end, other.end))) return start;
    }
  }
  return undefined;
};
