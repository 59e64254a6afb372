import type { ActivityKind } from './activity-kind.ts';
import type { Activity, Block } from './classroom.ts';
import { lengthOf } from './spans.ts';
import {
  type Instant,
  type LocalDate,
  localTime,
  type Minute,
  mondayOf,
  overlaps,
  type Span,
  weekdayOf,
} from './time.ts';

/** What is known of a class: its routine, and what was said about single dates. */
export interface ClassDay {
  readonly blocks: readonly Block[];
  readonly activities: readonly Activity[];
}

export interface KnownActivity extends Span {
  readonly kind: ActivityKind;
  readonly source: 'teacher' | 'import' | 'routine';
  /** Absent for routine. */
  readonly saidAt?: Instant;
  readonly welcome?: 'yes' | 'maybe' | 'no';
}

/** Less than this left of something cut short is a handover, not an activity. */
const LEFTOVER_MINUTES = 5;

/**
 * What the class does that day, in order, never two things at once: the routine (the shorter block is the
 * more particular one), and over it what was said about this date, the latest word on top.
 */
export const activitiesOn = (c: ClassDay, date: LocalDate): KnownActivity[] =>
  [...routineOn(c, date), ...saidOn(c, date)]
    .filter((known) => lengthOf(known) > 0)
    .reduce<KnownActivity[]>(layOver, [])
    .sort((a, b) => a.start - b.start);

export const activityAt = (c: ClassDay, date: LocalDate, minute: Minute): KnownActivity | undefined =>
  activitiesOn(c, date).find((known) => known.start <= minute && minute < known.end);

const routineOn = (c: ClassDay, date: LocalDate): KnownActivity[] => {
  const weekday = weekdayOf(date);
  return c.blocks
    .filter((block) => block.weekdays.includes(weekday))
    .map(({ start, end, kind }): KnownActivity => ({ start, end, kind, source: 'routine' }))
    .sort((a, b) => lengthOf(b) - lengthOf(a));
};

const saidOn = (c: ClassDay, date: LocalDate): KnownActivity[] =>
  c.activities
    .filter((activity) => activity.date === date)
    .sort((a, b) => a.saidAt - b.saidAt)
    .map(({ start, end, kind, source, saidAt, welcome }) => ({
      start,
      end,
      kind,
      source,
      saidAt,
      ...(welcome === undefined ? {} : { welcome }),
    }));

const layOver = (under: readonly KnownActivity[], top: KnownActivity): KnownActivity[] => [
  ...under.flatMap((known) => (overlaps(known, top) ? leftovers(known, top) : [known])),
  top,
];

const leftovers = (known: KnownActivity, top: Span): KnownActivity[] =>
  [
    { ...known, end: top.start },
    { ...known, start: top.end },
  ].filter((piece) => lengthOf(piece) >= LEFTOVER_MINUTES);

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
