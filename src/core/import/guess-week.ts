import { type ActivityKind, isAway } from '../activity-kind.ts';
import type { Period, SchoolCalendar } from '../calendar/school-calendar.ts';
import type { Block } from '../classroom.ts';
import type { Minute, Span } from '../time.ts';

/** In minutes: what an elementary morning begins and ends with. */
const ARRIVAL = 10;
const MEETING = 20;
const RECESS = 20;
const LESSON = 45;
/** Shorter than this nobody would tell it. */
const SHORTEST = 10;

/** A teacher's likely week by her school's bells: something to mend instead of an empty page. */
export const guessWeek = (calendar: SchoolCalendar): Block[] => {
  const usual = calendar.dayTypes.find(({ name }) => name === calendar.usualDayType);
  if (!usual) return [];
  const lunch = usual.periods.find(({ name }) => /lunch/i.test(name));
  const lessons = usual.periods.filter((period) => period !== lunch && !/lunch|pass/i.test(period.name));
  const pieces =
    lessons.length >= 4
      ? byPeriods(lessons, lunch)
      : lunch
        ? inOneRoom(usual.firstBell, usual.lastBell, lunch)
        : [];
  return pieces
    .filter(({ start, end }) => end - start >= SHORTEST)
    .map(({ start, end, kind }) => ({
      weekdays: calendar.weekdays,
      start,
      end,
      kind,
      withStudents: !isAway(kind),
    }));
};

interface Piece extends Span {
  readonly kind: ActivityKind;
}

/** Which of them she teaches what in, only she knows. */
const byPeriods = (lessons: readonly Period[], lunch: Period | undefined): Piece[] =>
  [
    ...lessons.map(({ start, end }): Piece => ({ start, end, kind: 'other' })),
    ...(lunch ? [{ start: lunch.start, end: lunch.end, kind: 'lunch' } as const] : []),
  ].sort((a, b) => a.start - b.start);

const inOneRoom = (first: Minute, last: Minute, lunch: Span): Piece[] => {
  const morning = first + ARRIVAL + MEETING;
  // Reading takes the larger half of the morning.
  const math = morning + Math.round(((lunch.start - morning) * 0.6) / 5) * 5;
  const afternoon = lunch.end + RECESS;
  const dismissal = last - ARRIVAL;
  const starts: readonly (readonly [ActivityKind, Minute])[] = [
    ['arrival', first],
    ['morning_meeting', first + ARRIVAL],
    ['reading', morning],
    ['math', math],
    ['lunch', lunch.start],
    ['recess', lunch.end],
    ['writing', afternoon],
    ['specials', afternoon + LESSON],
    ['science', afternoon + 2 * LESSON],
    ['dismissal', dismissal],
  ];
  return starts.map(([kind, start], index) => ({
    kind,
    start,
    end: Math.min(starts[index + 1]?.[1] ?? last, kind === 'dismissal' ? last : dismissal),
  }));
};
