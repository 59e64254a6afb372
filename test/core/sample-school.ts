import type { ActivityKind } from '../../src/core/activity-kind.ts';
import type { Absence } from '../../src/core/calendar/absence.ts';
import type { Activity, Block, School } from '../../src/core/classroom.ts';
import type { LocalDate, Minute, Weekday } from '../../src/core/time.ts';
import { defaultContact, type Timetable } from '../../src/core/timetable.ts';

/** `at(10, 30)` is half past ten. */
export const at = (hour: number, minute = 0): Minute => hour * 60 + minute;

export const everyDay: readonly Weekday[] = [1, 2, 3, 4, 5];

/** Monday to Friday of one week without a holiday. */
export const [monday, tuesday, wednesday, thursday, friday] = [
  '2026-11-16',
  '2026-11-17',
  '2026-11-18',
  '2026-11-19',
  '2026-11-20',
] as const;
export const week = [monday, tuesday, wednesday, thursday, friday];

export const school: School = {
  id: 'maple',
  name: 'Maple Street School',
  zone: 'America/New_York',
  firstBell: at(8),
  lastBell: at(15),
  schoolWeekdays: everyDay,
  closedDates: ['2026-11-26', '2026-11-27'],
};

export const block = (
  kind: ActivityKind,
  start: Minute,
  end: Minute,
  weekdays: readonly Weekday[] = everyDay,
  withStudents = true,
): Block => ({ kind, start, end, weekdays, withStudents });

export const said = (
  kind: ActivityKind,
  date: LocalDate,
  start: Minute,
  end: Minute,
  saidAt = Date.UTC(2026, 10, 16, 12, 40),
): Activity => ({ kind, date, start, end, source: 'teacher', saidAt, saidBy: 'teacher', welcome: undefined });

/** All of that date. */
export const away = (date: LocalDate): Absence => ({ start: date, end: date });

export const timetable = (changes: Partial<Timetable> = {}): Timetable => ({
  school,
  contact: defaultContact,
  students: 'class',
  blocks: [],
  dated: [],
  ...changes,
});

/** A therapist of that school with nothing booked. */
export const freeTherapist = timetable({ students: 'own' });
