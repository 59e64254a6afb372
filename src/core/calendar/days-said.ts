import type { ClassDay } from '../class-day.ts';
import type { School } from '../classroom.ts';
import type { LocalDate } from '../time.ts';
import { datesIn } from './by-date.ts';
import type { What } from './change.ts';
import { type ChangeFault, type ClassChangeSaid, classChangeSaid } from './class-change-said.ts';
import type { DateSpan } from './school-calendar.ts';
import { schoolClockOf } from './school-clock-of.ts';

/** A day that was named and goes as it always does, and why. */
export interface SkippedDay {
  readonly date: LocalDate;
  readonly why: ChangeFault;
}

export interface DaysSaid {
  readonly told: readonly { readonly dates: DateSpan; readonly what: What }[];
  readonly skipped: readonly SkippedDay[];
}

/**
 * What was said of a class, by the bells of each day. Days that go alike are one stretch, with the weekends and
 * holidays between them; of those without school only the ones the calendar names are told as skipped.
 */
export const daysSaid = (
  said: ClassChangeSaid,
  c: ClassDay & { readonly school: School },
  spans: readonly DateSpan[],
): DaysSaid => {
  const clock = schoolClockOf(c.school);
  const told: { dates: DateSpan; what: What }[] = [];
  const skipped: SkippedDay[] = [];
  for (const span of spans) {
    let open: { dates: DateSpan; what: What } | undefined;
    for (const date of datesIn(span)) {
      const what = classChangeSaid(said, c, date);
      if (what === 'no-school') {
        if (clock.closing(date) !== undefined) skipped.push({ date, why: what });
      } else if (typeof what === 'string') {
        skipped.push({ date, why: what });
        open = undefined;
      } else if (open && isAlike(open.what, what)) {
        open.dates = { start: open.dates.start, end: date };
      } else {
        open = { dates: { start: date, end: date }, what };
        told.push(open);
      }
    }
  }
  return { told, skipped };
};

/** Both were made by the same lines, so their keys stand in the same order. */
const isAlike = (a: What, b: What): boolean => JSON.stringify(a) === JSON.stringify(b);
