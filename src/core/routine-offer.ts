import { isAway, isEvent } from './activity-kind.ts';
import type { SchoolDay } from './calendar/school-clock.ts';
import { schoolClockOf } from './calendar/school-clock-of.ts';
import { type ClassDay, routineOn } from './class-day.ts';
import type { Activity, Block, School } from './classroom.ts';
import { type LocalDate, type Minute, overlaps, type Span, weekdayOf } from './time.ts';

/** What was told of two dates so much alike that it may be every week's. */
export interface RoutineOffer {
  readonly block: Block;
  /** The earlier of the two. */
  readonly before: LocalDate;
}

/** A teacher who says 10:00 one week and 10:05 the next means the same. */
const SAME_MINUTES = 10;

/**
 * Offered when the teacher has told the same of a second date, of the same weekday or of the same day of a round,
 * and never again: three answers without a yes are an answer too.
 */
export const routineOffer = (
  c: ClassDay & { readonly school: School },
  date: LocalDate,
  minute: Minute,
): RoutineOffer | undefined => {
  const told = c.activities.filter(isTold);
  const said = told.findLast((one) => one.date === date && one.start <= minute && minute < one.end);
  if (said === undefined || said.kind === 'other' || isEvent(said.kind)) return undefined;
  if (routineOn(c, date).some((block) => block.kind === said.kind && overlaps(block, said))) return undefined;
  const alike = told.filter((one) => one.date < date && one.kind === said.kind && isSameTime(one, said));
  return (
    offerOf(said, alike, (one) => weekdayOf(one) === weekdayOf(date), { weekdays: [weekdayOf(date)] }) ??
    offerOnRound(c.school, said, alike)
  );
};

const isTold = ({ source, welcome }: Activity): boolean => source === 'teacher' && welcome !== 'no';

const isSameTime = (a: Span, b: Span): boolean =>
  Math.abs(a.start - b.start) <= SAME_MINUTES && Math.abs(a.end - b.end) <= SAME_MINUTES;

const offerOf = (
  said: Activity,
  alike: readonly Activity[],
  isSameDay: (date: LocalDate) => boolean,
  days: Pick<Block, 'weekdays' | 'cycleDays'>,
): RoutineOffer | undefined => {
  const [before, ...more] = new Set(alike.map(({ date }) => date).filter(isSameDay));
  if (before === undefined || more.length > 0) return undefined;
  const { start, end, kind } = said;
  return { block: { ...days, start, end, kind, withStudents: !isAway(kind) }, before };
};

const offerOnRound = (
  school: School,
  said: Activity,
  alike: readonly Activity[],
): RoutineOffer | undefined => {
  const clock = schoolClockOf(school);
  const cycleDaysOn = (date: LocalDate): SchoolDay['cycleDays'] => clock.day(date)?.cycleDays ?? {};
  for (const [cycle, day] of Object.entries(cycleDaysOn(said.date))) {
    const isSameDay = (date: LocalDate) => cycleDaysOn(date)[cycle] === day;
    const days = { weekdays: school.schoolWeekdays, cycleDays: { cycle, days: [day] } };
    const offer = offerOf(said, alike, isSameDay, days);
    if (offer) return offer;
  }
  return undefined;
};
