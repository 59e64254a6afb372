import type { Block, School } from './classroom.ts';
import { mergeSpans, subtractSpans } from './spans.ts';
import { type LocalDate, type Minute, type Span, weekdayOf } from './time.ts';

/** All that decides when one person may be reached: wall-clock facts in the school's zone. */
export interface Timetable {
  readonly school: School;
  /** Minutes before the first bell and after the last in which a message is welcome. */
  readonly contact: { readonly beforeFirstBell: number; readonly afterLastBell: number };
  /**
   * `class`: students are there from first to last bell except in blocks that say otherwise (a teacher).
   * `own`: only in blocks and visits that say so (a therapist).
   */
  readonly students: 'class' | 'own';
  readonly blocks: readonly Block[];
  /** These override blocks for their part of the day: a visit (with students), an answered activity, a trip. */
  readonly dated: readonly DatedSpan[];
  /** Whole days away. */
  readonly away: readonly LocalDate[];
}

export interface DatedSpan extends Span {
  readonly date: LocalDate;
  readonly start: Minute;
  readonly end: Minute;
  readonly withStudents: boolean;
}

/** Long enough to catch a teacher before the children and after the bus; each person may change it. */
export const defaultContact: Timetable['contact'] = { beforeFirstBell: 30, afterLastBell: 60 };

export const isSchoolDay = (school: School, date: LocalDate): boolean =>
  !school.closedDates.includes(date) && school.schoolWeekdays.includes(weekdayOf(date));

/** A school day on which this person is there. */
export const worksOn = (t: Timetable, date: LocalDate): boolean =>
  !t.away.includes(date) && isSchoolDay(t.school, date);

/** Where two entries of equal standing contradict each other, students count as present. */
export const studentSpans = (t: Timetable, date: LocalDate): Span[] => {
  const dated = t.dated.filter((span) => span.date === date);
  const usual = isSchoolDay(t.school, date) ? usualStudentSpans(t, date) : [];
  return mergeSpans([...subtractSpans(usual, dated), ...dated.filter((span) => span.withStudents)]);
};

const usualStudentSpans = (t: Timetable, date: LocalDate): Span[] => {
  const blocks = blocksOn(t, date);
  const present = blocks.filter((block) => block.withStudents);
  if (t.students === 'own') return mergeSpans(present);
  const absent = blocks.filter((block) => !block.withStudents);
  return mergeSpans([...subtractSpans([schoolHours(t.school)], absent), ...present]);
};

/** When this person could take a visit: in school hours, without students, not in a lunch of their own. */
export const freeSpans = (t: Timetable, date: LocalDate): Span[] => {
  if (!worksOn(t, date)) return [];
  const lunch = blocksOn(t, date).filter((block) => block.kind === 'lunch');
  return subtractSpans([schoolHours(t.school)], [...studentSpans(t, date), ...lunch]);
};

const blocksOn = (t: Timetable, date: LocalDate): Block[] => {
  const weekday = weekdayOf(date);
  return t.blocks.filter((block) => block.weekdays.includes(weekday));
};

const schoolHours = (school: School): Span => ({ start: school.firstBell, end: school.lastBell });
