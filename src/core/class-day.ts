import { type ActivityKind, isAway } from './activity-kind.ts';
import { type BlockOnDay, blocksOnDay } from './calendar/blocks-on-day.ts';
import { createByDate, datesIn } from './calendar/by-date.ts';
import type { Change } from './calendar/change.ts';
import { applyChange, layOver, type Piece, routinePiece, saidPiece } from './calendar/layers.ts';
import type { SchoolDay } from './calendar/school-clock.ts';
import { plainWeek, schoolClockOf } from './calendar/school-clock-of.ts';
import type { Activity, Block, School } from './classroom.ts';
import { lengthOf, subtractSpans } from './spans.ts';
import { type LocalDate, localTime, type Minute, mondayOf, type Span } from './time.ts';
import type { DatedSpan } from './timetable.ts';

/** What is known of a class: its routine, and what was said about single dates. */
export interface ClassDay {
  readonly blocks: readonly Block[];
  readonly activities: readonly Activity[];
  /** Without it every day is one of the weekday's ordinary ones. */
  readonly school?: School;
  /** Those that concern this class: its own, its grade's and its school's. */
  readonly changes?: readonly Change[];
}

export interface KnownActivity extends Piece {
  readonly kind: ActivityKind;
}

/**
 * What the class does that day, in order, never two things at once: the routine (the shorter block is the
 * more particular one), and over it what was said about this date, the latest word on top.
 */
export const activitiesOn = (c: ClassDay, date: LocalDate): KnownActivity[] =>
  piecesOn(c, date)
    .filter((piece): piece is KnownActivity => piece.kind !== undefined)
    .sort((a, b) => a.start - b.start);

export const activityAt = (c: ClassDay, date: LocalDate, minute: Minute): KnownActivity | undefined =>
  activitiesOn(c, date).find((known) => known.start <= minute && minute < known.end);

const activities = createByDate<Activity>(({ date }) => [date]);
const changes = createByDate<Change>(({ dates, undone }) => (undone === undefined ? datesIn(dates) : []));

const dayOf = ({ school }: ClassDay, date: LocalDate): SchoolDay | undefined =>
  (school === undefined ? plainWeek : schoolClockOf(school)).day(date);

/** The routine alone, as it falls on that date; blocks may overlap. */
export const routineOn = (c: ClassDay, date: LocalDate): BlockOnDay[] => {
  const day = dayOf(c, date);
  return day === undefined ? [] : blocksOnDay(c.blocks, day);
};

const piecesOn = (c: ClassDay, date: LocalDate): Piece[] => {
  const day = dayOf(c, date);
  if (day === undefined) return [];
  let pieces = routineOn(c, date)
    .sort((a, b) => lengthOf(b) - lengthOf(a))
    .map(routinePiece)
    .reduce<Piece[]>(layOver, []);
  for (const word of wordsOn(c, date)) {
    pieces = 'what' in word ? applyChange(pieces, word, day) : layOver(pieces, saidPiece(word));
  }
  return pieces;
};

const wordsOn = (c: ClassDay, date: LocalDate): (Activity | Change)[] =>
  [...changes.on(c.changes ?? [], date), ...activities.on(c.activities, date)].sort(
    (a, b) => a.saidAt - b.saidAt,
  );

/**
 * Where what was said about single dates decides whether their teacher has students: of all her classes together,
 * because one that is away frees her only as far as no other is there. Her own duties are handed in as one more.
 */
export const datedSpansOf = (classes: readonly ClassDay[]): DatedSpan[] =>
  classes.flatMap((c) => {
    const others = classes.filter((other) => other !== c);
    const dates = new Set([...changes.dates(c.changes ?? []), ...activities.dates(c.activities)]);
    return [...dates].flatMap((date): DatedSpan[] => {
      const said = piecesOn(c, date).filter(({ source }) => source !== 'routine');
      const there = others.flatMap((other) => piecesOn(other, date).filter(hasStudents));
      const free = said.filter((piece) => !hasStudents(piece));
      return [
        ...said.filter(hasStudents).map((span) => dated(date, span, true)),
        ...subtractSpans(free, there).map((span) => dated(date, span, false)),
      ];
    });
  });

const dated = (date: LocalDate, { start, end }: Span, withStudents: boolean): DatedSpan => ({
  date,
  start,
  end,
  withStudents,
});

/** Called off, and nothing else is known: then they are in the room. */
const hasStudents = ({ kind, withStudents }: Piece): boolean =>
  withStudents ?? (kind === undefined || !isAway(kind));

export type SourceAge = 'today' | 'this week' | 'earlier' | 'routine';

/** How fresh the knowledge is, best first; `today` is the reader's school day. */
export const sourceAge = (
  known: Pick<KnownActivity, 'source' | 'saidAt'>,
  today: LocalDate,
  zone: string,
): SourceAge => {
  if (known.source === 'routine' || known.saidAt === undefined) return 'routine';
  const said = localTime(known.saidAt, zone).date;
  if (said === today) return 'today';
  return mondayOf(said) === mondayOf(today) ? 'this week' : 'earlier';
};
