import type { ActivityKind } from './activity-kind.ts';
import { activitiesOn, type ClassDay } from './class-day.ts';
import type { School } from './classroom.ts';
import { bestFit } from './fit.ts';
import type { FocusArea } from './focus-area.ts';
import { bestOf, type Rank } from './rank.ts';
import { lengthOf, sharedSpans, subtractSpans } from './spans.ts';
import { addDays, type LocalDate, mondayOf, overlaps, type Span } from './time.ts';
import { freeSpans, isSchoolDay, studentSpans, type Timetable, worksOn } from './timetable.ts';

/** Over all therapists of a teacher together: more questions than this and answering becomes work (needs 26, W1). */
export const ASKS_PER_TEACHER_AND_WEEK = 3;

/** A class at least one therapist is paired with. */
export interface AskingClass {
  readonly classroomId: string;
  readonly teacherId: string;
  readonly teacher: Timetable;
  readonly classDay: ClassDay;
  /** One per active pairing. */
  readonly needs: readonly AskingNeed[];
}

interface AskingNeed {
  readonly therapist: Timetable;
  readonly focuses: readonly FocusArea[];
  /** Length of one visit. */
  readonly minutes: number;
  /** Visits still missing this week. */
  readonly missing: number;
}

/** A question to a teacher about a date and time; one for all her therapists. */
export interface AskSlot extends Span {
  readonly classroomId: string;
  readonly teacherId: string;
  readonly date: LocalDate;
}

export interface AskPlanInput {
  readonly classes: readonly AskingClass[];
  readonly dates: readonly LocalDate[];
  /** Only later dates are asked about: an answer on the day comes too late to agree on a visit. */
  readonly today: LocalDate;
  /** Every question already put about these weeks, answered or not. */
  readonly asked: readonly AskSlot[];
  /** Per teacher and week. */
  readonly budget?: number;
}

/** What to ask about, per week and teacher the most useful first. */
export const asksDue = (input: AskPlanInput): AskSlot[] => {
  const ahead = input.dates.filter((date) => date > input.today);
  const teachers = new Set(input.classes.map((asking) => asking.teacherId));
  return [...new Set(ahead.map(mondayOf))].flatMap((monday) => {
    const dates = ahead.filter((date) => mondayOf(date) === monday);
    const asked = input.asked.filter((slot) => mondayOf(slot.date) === monday);
    return [...teachers].flatMap((teacherId) =>
      asksToTeacher(
        input.classes.filter((asking) => asking.teacherId === teacherId),
        dates,
        asked.filter((slot) => slot.teacherId === teacherId),
        input.budget ?? ASKS_PER_TEACHER_AND_WEEK,
      ),
    );
  });
};

const asksToTeacher = (
  classes: readonly AskingClass[],
  dates: readonly LocalDate[],
  before: readonly AskSlot[],
  budget: number,
): AskSlot[] => {
  const candidates = classes.flatMap((asking) =>
    dates.filter((date) => worksOn(asking.teacher, date)).flatMap((date) => usefulSlots(asking, date)),
  );
  const asked = [...before];
  while (asked.length < budget) {
    const open = candidates.filter((slot) => !asked.some((other) => sameTime(other, slot)));
    const best = bestOf(open, (candidate) => rankAmong(asked, candidate));
    if (best === undefined) break;
    const { value: _, ...slot } = best;
    asked.push(slot);
  }
  return asked.slice(before.length);
};

/** A term break; the first day after a summer has no school day before it. */
const LONGEST_BREAK_DAYS = 30;

/** "Not sure yet" is asked once more, the school day before. */
export const whenToAskAgain = (date: LocalDate, school: School): LocalDate => {
  for (let days = 1; days <= LONGEST_BREAK_DAYS; days++) {
    const before = addDays(date, -days);
    if (isSchoolDay(school, before)) return before;
  }
  return addDays(date, -1);
};

interface Candidate extends AskSlot {
  /** How well it serves all therapists together. */
  readonly value: number;
}

/** Learning about an unknown time is worth as much as being sure of a routine that suits well. */
const UNKNOWN_VALUE = 2;

/** Times of that day at which somebody could come and the teacher's own word is missing. */
const usefulSlots = (asking: AskingClass, date: LocalDate): Candidate[] => {
  const needs = asking.needs
    .filter((need) => need.missing > 0)
    .map((need) => ({ ...need, free: freeSpans(need.therapist, date) }));
  const known = activitiesOn(asking.classDay, date);
  const unknown = subtractSpans(studentSpans(asking.teacher, date), known);
  const longest = Math.max(0, ...needs.map((need) => need.minutes));
  const slots: (Span & { readonly kind?: ActivityKind })[] = [
    ...known.filter(({ source }) => source === 'routine'),
    ...unknown.flatMap((gap) => slotsIn(gap, longest)),
  ];
  return slots
    .map((slot) => ({
      classroomId: asking.classroomId,
      teacherId: asking.teacherId,
      date,
      start: slot.start,
      end: slot.end,
      value: needs
        .filter(({ free, minutes }) => sharedSpans(free, [slot]).some((span) => lengthOf(span) >= minutes))
        .reduce((sum, { focuses }) => sum + worth(slot.kind, focuses), 0),
    }))
    .filter(({ value }) => value > 0);
};

const worth = (kind: ActivityKind | undefined, focuses: readonly FocusArea[]): number =>
  kind === undefined ? UNKNOWN_VALUE : (bestFit(kind, focuses)?.score ?? 0);

/** Questions name full and half hours. */
const HALF_HOUR = 30;

const slotsIn = (gap: Span, minutes: number): Span[] => {
  const slots: Span[] = [];
  const step = Math.max(1, Math.ceil(minutes / HALF_HOUR)) * HALF_HOUR;
  const first = Math.ceil(gap.start / HALF_HOUR) * HALF_HOUR;
  for (let start = first; start + minutes <= gap.end; start += step)
    slots.push({ start, end: start + minutes });
  return slots;
};

const sameTime = (a: AskSlot, b: AskSlot): boolean =>
  a.classroomId === b.classroomId && a.date === b.date && overlaps(a, b);

/** Smaller is asked first: every class its turn, then another day, then the value, then another hour. */
const rankAmong = (asked: readonly AskSlot[], slot: Candidate): Rank => {
  const ofClass = asked.filter((other) => other.classroomId === slot.classroomId);
  return [
    ofClass.length,
    asked.filter((other) => other.date === slot.date).length,
    -slot.value,
    ofClass.filter((other) => other.start === slot.start).length,
  ];
};
