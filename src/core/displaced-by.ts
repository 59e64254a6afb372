import type { ActivityKind } from './activity-kind.ts';
import { schoolClockOf } from './calendar/school-clock-of.ts';
import { activitiesOn, type ClassDay } from './class-day.ts';
import type { School } from './classroom.ts';
import type { Cause } from './outcome.ts';
import { type LocalDate, overlaps, type Span } from './time.ts';

/** What shut the room for a visit, as its day is known now. */
export const displacedBy = (
  c: ClassDay & { readonly school: School },
  visit: Span & { readonly date: LocalDate },
): Cause => {
  if (schoolClockOf(c.school).day(visit.date) === undefined) return 'closed_day';
  const causes = activitiesOn(c, visit.date)
    .filter((known) => overlaps(known, visit))
    .map(({ kind }) => causeOf(kind));
  return causes.find((cause) => cause !== 'class_changed') ?? 'class_changed';
};

/** The cause an activity is, when it comes in between. */
export const causeOf = (kind: ActivityKind): Cause =>
  kind === 'test' || kind === 'assembly' ? kind : 'class_changed';
