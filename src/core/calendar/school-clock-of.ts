import type { School } from '../classroom.ts';
import type { SchoolCalendar } from './school-calendar.ts';
import { createSchoolClock, type SchoolClock } from './school-clock.ts';

/** A school of which only the bells, the weekdays and the closed dates are known. */
export const simpleCalendar = (school: School): SchoolCalendar => ({
  zone: school.zone,
  terms: [],
  weekdays: school.schoolWeekdays,
  closed: school.closedDates.map((date) => ({ date, name: 'closed' })),
  dayTypes: [{ name: 'regular', firstBell: school.firstBell, lastBell: school.lastBell, periods: [] }],
  usualDayType: 'regular',
  datedDayTypes: [],
  cycles: [],
});

const clocks = new WeakMap<School, SchoolClock>();

/** The days of a school, worked out once for as long as somebody holds on to it. */
export const schoolClockOf = (school: School): SchoolClock => {
  const known = clocks.get(school);
  if (known !== undefined) return known;
  const own = school.changes?.filter(({ scope }) => scope.of === 'school' && scope.schoolId === school.id);
  const clock = createSchoolClock(school.calendar ?? simpleCalendar(school), own);
  clocks.set(school, clock);
  return clock;
};

/** Where no school is known: every day is an ordinary one. */
export const plainWeek: SchoolClock = createSchoolClock({
  zone: 'utc',
  terms: [],
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  closed: [],
  dayTypes: [{ name: 'regular', firstBell: 0, lastBell: 1440, periods: [] }],
  usualDayType: 'regular',
  datedDayTypes: [],
  cycles: [],
});
