import { isClosed } from '../activity-kind.ts';
import { activitiesOn, type ClassDay, type KnownActivity } from '../class-day.ts';
import type { School } from '../classroom.ts';
import { bestFit } from '../fit.ts';
import type { FocusArea } from '../focus-area.ts';
import { type LocalDate, overlaps, type Span } from '../time.ts';
import type { VisitSetting } from '../visit-setting.ts';
import { schoolClockOf } from './school-clock-of.ts';

/** Whether a visit can still be held, as its day is known now: there is school then, and the room is not shut. */
export const visitStands = (
  c: ClassDay & { readonly school: School },
  visit: Span & { readonly date: LocalDate; readonly focus: FocusArea; readonly setting?: VisitSetting },
): boolean => {
  const day = schoolClockOf(c.school).day(visit.date);
  if (day === undefined) return false;
  // A talk needs no class.
  if (visit.setting === 'consult') return true;
  if (visit.start < day.dayType.firstBell || visit.end > day.dayType.lastBell) return false;
  return !activitiesOn(c, visit.date).some((known) => overlaps(known, visit) && shuts(known, visit.focus));
};

/** A test is open to whoever works on taking tests (needs 12). */
const shuts = ({ kind, welcome }: KnownActivity, focus: FocusArea): boolean =>
  welcome === 'no' || (isClosed(kind) && bestFit(kind, [focus]) === undefined);
