import type { ActivityKind } from './activity-kind.ts';
import { type ClassDay, routineOn } from './class-day.ts';
import { type LocalDate, overlaps, type Span, weekdayOf } from './time.ts';

/** Offered when too little is known of a class; a test is among them because it must never be missed. */
const usualKinds: readonly ActivityKind[] = ['centers', 'writing', 'reading', 'math', 'specials', 'test'];

/** Never a button: `prep` has no class in it, and `other` is the button "Something else". */
const unaskable: ReadonlySet<ActivityKind> = new Set<ActivityKind>(['prep', 'other']);

/** These have a time of day of their own, so being common makes them no likelier at another. */
const boundToTheirTime: ReadonlySet<ActivityKind> = new Set<ActivityKind>([
  'arrival',
  'lunch',
  'recess',
  'snack',
  'dismissal',
  'transition',
]);

/** The likeliest answers to "What's happening then?", likeliest first. */
export const likelyKinds = (c: ClassDay, date: LocalDate, span: Span, max = 4): ActivityKind[] => {
  const kinds = [...routineThen(c, date, span), ...saidThen(c, date, span), ...commonKinds(c), ...usualKinds];
  return [...new Set(kinds)].filter((kind) => !unaskable.has(kind)).slice(0, max);
};

const routineThen = (c: ClassDay, date: LocalDate, span: Span): ActivityKind[] => {
  const shared = (other: Span) => Math.min(other.end, span.end) - Math.max(other.start, span.start);
  return routineOn(c, date)
    .filter((block) => overlaps(block, span))
    .sort((a, b) => shared(b) - shared(a))
    .map((block) => block.kind);
};

/** What was said of that time on other dates: the same weekday before others, then the latest word. */
const saidThen = (c: ClassDay, date: LocalDate, span: Span): ActivityKind[] => {
  const weekday = weekdayOf(date);
  const otherDay = (on: LocalDate) => (weekdayOf(on) === weekday ? 0 : 1);
  return c.activities
    .filter((activity) => activity.date !== date && overlaps(activity, span))
    .sort((a, b) => otherDay(a.date) - otherDay(b.date) || b.saidAt - a.saidAt)
    .map((activity) => activity.kind);
};

const commonKinds = (c: ClassDay): ActivityKind[] => {
  const times = new Map<ActivityKind, number>();
  const count = (kind: ActivityKind, weight: number) => times.set(kind, (times.get(kind) ?? 0) + weight);
  for (const block of c.blocks) count(block.kind, block.weekdays.length);
  for (const activity of c.activities) count(activity.kind, 1);
  return [...times]
    .filter(([kind]) => !boundToTheirTime.has(kind))
    .sort(([, a], [, b]) => b - a)
    .map(([kind]) => kind);
};
