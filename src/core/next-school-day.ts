import type { School } from './classroom.ts';
import { addDays, type LocalDate } from './time.ts';
import { isSchoolDay } from './timetable.ts';

/** Farther than any weekend or holiday anybody plans over. */
const DAYS_AHEAD = 8;

/** The first school day after that date; undefined before a long vacation. */
export const nextSchoolDay = (school: School, date: LocalDate): LocalDate | undefined =>
  Array.from({ length: DAYS_AHEAD }, (_, days) => addDays(date, days + 1)).find((day) =>
    isSchoolDay(school, day),
  );
