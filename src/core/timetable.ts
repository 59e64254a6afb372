import type { Absence, Shift } from './calendar/absence.ts';
import { type BlockOnDay, blocksOnDay } from './calendar/blocks-on-day.ts';
import { createByDate } from './calendar/by-date.ts';
import { schoolClockOf } from './calendar/school-clock-of.ts';
import type { Block, School } from './classroom.ts';
import { mergeSpans, sharedSpans, subtractSpans } from './spans.ts';
import {
  addDays,
  type LocalDate,
  type Span,
  type Stretch,
  stretchesOf,
  wallSpans,
  weekdayOf,
} from './time.ts';

/** A person's place in one school: wall-clock facts in its zone. */
export interface Post {
  readonly school: School;
  /** Without any, the person is there all of every school day. */
  readonly shifts?: readonly Shift[];
  /**
   * `class`: students are there from first to last bell except in blocks that say otherwise (a teacher).
   * `own`: only in blocks and visits that say so (a therapist).
   */
  readonly students: 'class' | 'own';
  readonly blocks: readonly Block[];
  /** These override blocks for their part of the day: a visit (with students), an answered activity, a trip. */
  readonly dated: readonly DatedSpan[];
}

/** All that decides when one person may be reached. */
export interface Timetable extends Post {
  /** Minutes before the first bell and after the last in which a message is welcome. */
  readonly contact: { readonly beforeFirstBell: number; readonly afterLastBell: number };
  readonly absences?: readonly Absence[];
  /** The person's other schools; their zones may differ. */
  readonly elsewhere?: readonly Post[];
  readonly doNotDisturb?: readonly Stretch[];
}

export interface DatedSpan extends Span {
  readonly date: LocalDate;
  readonly withStudents: boolean;
}

/** Long enough to catch a teacher before the children and after the bus; each person may change it. */
export const defaultContact: Timetable['contact'] = { beforeFirstBell: 30, afterLastBell: 60 };

export const isSchoolDay = (school: School, date: LocalDate): boolean => bellsOn(school, date) !== undefined;

/** From that date's first bell to its last; undefined when there is no school. */
export const bellsOn = (school: School, date: LocalDate): Span | undefined => {
  const day = schoolClockOf(school).day(date);
  return day && { start: day.dayType.firstBell, end: day.dayType.lastBell };
};

export const postsOf = (t: Timetable): readonly Post[] =>
  t.elsewhere === undefined ? [t] : [t, ...t.elsewhere];

/** The parts of the school day the person is there by plan. */
export const hoursOf = ({ school, shifts }: Post, date: LocalDate): Span[] => {
  const bells = bellsOn(school, date);
  if (bells === undefined) return [];
  if (shifts === undefined) return [bells];
  const today = shifts.filter(({ weekdays }) => weekdays.includes(weekdayOf(date)));
  return sharedSpans(
    [bells],
    today.map(({ part }) => part ?? bells),
  );
};

/** The parts of a date the person is away; all of it counts as one. */
export const awaySpans = ({ absences = [] }: Timetable, date: LocalDate): Span[] =>
  absences
    .filter(({ start, end }) => start <= date && date <= end)
    .map(({ part }) => part ?? { start: 0, end: 1440 });

/** A school day on which this person is there. */
export const worksOn = (t: Timetable, date: LocalDate): boolean => {
  const away = awaySpans(t, date);
  return postsOf(t).some((post) => subtractSpans(hoursOf(post, date), away).length > 0);
};

const datedOn = createByDate<DatedSpan>(({ date }) => [date]);

/** Where two entries of equal standing contradict each other, students count as present. */
export const studentSpans = (post: Post, date: LocalDate): Span[] => {
  const dated = datedOn.on(post.dated, date);
  const usual = usualStudentSpans(post, date);
  return mergeSpans([...subtractSpans(usual, dated), ...dated.filter((span) => span.withStudents)]);
};

const usualStudentSpans = (post: Post, date: LocalDate): Span[] => {
  const hours = hoursOf(post, date);
  if (hours.length === 0) return [];
  const blocks = blocksOn(post, date);
  const present = blocks.filter((block) => block.withStudents);
  if (post.students === 'own') return mergeSpans(present);
  // On a day with other bells a lunch or a prep told by the clock may lie elsewhere: it frees nobody.
  const absent = blocks.filter((block) => !block.withStudents && block.firm);
  return mergeSpans([...subtractSpans(hours, absent), ...present]);
};

/** When this person could take a visit: in school hours, without students, not in a lunch of their own. */
export const freeSpans = (t: Timetable, date: LocalDate): Span[] => {
  const busy = [...busySpans(t, date), ...busyElsewhere(t, date), ...awaySpans(t, date)];
  return subtractSpans(hoursOf(t, date), busy);
};

const busySpans = (post: Post, date: LocalDate): Span[] => [
  ...studentSpans(post, date),
  ...blocksOn(post, date).filter((block) => block.kind === 'lunch'),
];

/** On the wall of the first school, whatever date it is in the others. */
const busyElsewhere = (t: Timetable, date: LocalDate): Span[] =>
  (t.elsewhere ?? []).flatMap((post) => {
    const { zone } = post.school;
    const near = [-1, 0, 1].map((days) => addDays(date, days));
    const stretches = near.flatMap((day) => stretchesOf(day, mergeSpans(busySpans(post, day)), zone));
    return wallSpans(date, stretches, t.school.zone);
  });

/** The same person seen from another of their schools; undefined when they are not of that school. */
export const atSchool = (t: Timetable, schoolId: string): Timetable | undefined => {
  const { school, shifts, students, blocks, dated, elsewhere = [], ...person } = t;
  const home: Post = { school, students, blocks, dated, ...(shifts === undefined ? {} : { shifts }) };
  const posts = [home, ...elsewhere];
  const there = posts.find((post) => post.school.id === schoolId);
  return there && { ...person, ...there, elsewhere: posts.filter((post) => post !== there) };
};

const blocksOn = ({ school, shifts, blocks }: Post, date: LocalDate): BlockOnDay[] => {
  const day = schoolClockOf(school).day(date);
  if (day === undefined) return [];
  const found = blocksOnDay(blocks, day);
  // A class that goes on without a person who has left for the day is not with them.
  const parts = shifts?.filter(({ weekdays }) => weekdays.includes(weekdayOf(date)));
  if (parts === undefined || parts.some(({ part }) => part === undefined)) return found;
  return found.flatMap((block) =>
    sharedSpans(
      [block],
      parts.flatMap(({ part }) => part ?? []),
    ).map((span) => ({ ...block, ...span })),
  );
};
