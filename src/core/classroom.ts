import type { ActivityKind } from './activity-kind.ts';
import type { Change } from './calendar/change.ts';
import type { DateSpan, SchoolCalendar } from './calendar/school-calendar.ts';
import type { LocalDate, Minute, Span, Weekday } from './time.ts';
import type { Welcome } from './welcome.ts';

export interface School {
  readonly id: string;
  readonly name: string;
  /** IANA zone. */
  readonly zone: string;
  readonly firstBell: Minute;
  readonly lastBell: Minute;
  readonly schoolWeekdays: readonly Weekday[];
  readonly closedDates: readonly LocalDate[];
  /** Where it says more than the bells, weekdays and dates above, it replaces them. */
  readonly calendar?: SchoolCalendar;
  /** Closings and other day types said about single dates: all of the year's, since each may shift a cycle. */
  readonly changes?: readonly Change[];
}

export interface Classroom {
  readonly id: string;
  readonly schoolId: string;
  /** "Room 12". */
  readonly name: string;
  readonly teacherId: string;
  readonly grade?: string;
}

/** A recurring piece of a class's day, or of one person's own week. */
export interface Block extends Span {
  readonly weekdays: readonly Weekday[];
  readonly kind: ActivityKind;
  /** Whether students are with the person whose block it is. */
  readonly withStudents: boolean;
  /** Only on these days of that cycle (and of the weekdays above). */
  readonly cycleDays?: { readonly cycle: string; readonly days: readonly string[] };
  /** Its times are those of this period in the bell schedule of the date, not the start and end above. */
  readonly period?: string;
  /** Both dates included; open where one is missing. */
  readonly effective?: Readonly<Partial<DateSpan>>;
}

/** What a class does on one date. The latest word wins. */
export interface Activity extends Span {
  readonly date: LocalDate;
  readonly kind: ActivityKind;
  readonly source: 'teacher' | 'import';
  readonly saidAt: number;
  readonly saidBy: string | undefined;
  /** Only when it was said: a “no” closes the time whatever the class does. */
  readonly welcome: Welcome | undefined;
}
