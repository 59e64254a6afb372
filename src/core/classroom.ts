import type { ActivityKind } from './activity-kind.ts';
import type { LocalDate, Minute, Span, Weekday } from './time.ts';

export interface School {
  readonly id: string;
  readonly name: string;
  /** IANA zone. */
  readonly zone: string;
  readonly firstBell: Minute;
  readonly lastBell: Minute;
  readonly schoolWeekdays: readonly Weekday[];
  readonly closedDates: readonly LocalDate[];
}

export interface Classroom {
  readonly id: string;
  readonly schoolId: string;
  /** "Room 12". */
  readonly name: string;
  readonly teacherId: string;
}

/** A recurring piece of a class's day, or of one person's own week. */
export interface Block extends Span {
  readonly weekdays: readonly Weekday[];
  readonly kind: ActivityKind;
  /** Whether students are with the person whose block it is. */
  readonly withStudents: boolean;
}

/** What a class does on one date. The latest word wins. */
export interface Activity extends Span {
  readonly date: LocalDate;
  readonly kind: ActivityKind;
  readonly source: 'teacher' | 'import';
  readonly saidAt: number;
  readonly saidBy: string | undefined;
  /** Only when it was said: a “no” closes the time whatever the class does. */
  readonly welcome: 'yes' | 'maybe' | 'no' | undefined;
}
