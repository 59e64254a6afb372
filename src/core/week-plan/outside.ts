import { type ActivityKind, isClosed } from '../activity-kind.ts';
import { activitiesOn } from '../class-day.ts';
import { grouped } from '../grouped.ts';
import { type Proposal, visitsDuring } from '../possible-visits.ts';
import type { Need } from '../propose-input.ts';
import type { LocalDate } from '../time.ts';
import { again, outOf } from './plan-activity.ts';

/** A child needs these as much as any lesson; and the day has to begin and end with the class. */
const notMissed: ReadonlySet<ActivityKind> = new Set<ActivityKind>([
  'arrival',
  'recess',
  'lunch',
  'snack',
  'dismissal',
  'party',
]);

export const mayMiss = (kind: ActivityKind): boolean => !isClosed(kind) && !notMissed.has(kind);

/** Every session outside the class there could be that day, whoever is busy then: what the class does is missed. */
export const outsideVisits = (need: Need, date: LocalDate): Proposal[] =>
  activitiesOn(need.classDay, date).flatMap((known) => {
    const [focus] = need.focuses;
    if (focus === undefined || known.welcome === 'no' || !mayMiss(known.kind)) return [];
    return visitsDuring(need, date, known, { focus, fit: 1, noTest: true });
  });

/** How often a subject was missed already: minutes by kind. */
export type Missed = ReadonlyMap<ActivityKind, number>;

/** In quarters, so that a proof can count in steps. */
const QUARTERS = 4;
/** The second time in a week is worth that part of the first. */
const TWICE = 1 / 4;
/** For whoever may be in the class or outside: less than the poorest fit in the class. */
const BESIDE = 1 / 8;

/**
 * What missing each subject is worth to the planner: 3 for one that was missed least, down to 1, so that nobody misses
 * the same one over and over (needs 55).
 */
export const outsideFit = (missed: Missed, kinds: readonly ActivityKind[]): Record<string, number> => {
  const most = Math.max(0, ...kinds.map((kind) => missed.get(kind) ?? 0));
  return Object.fromEntries(
    kinds.flatMap((kind) => {
      const share = most === 0 ? 0 : (missed.get(kind) ?? 0) / most;
      const worth = Math.round((3 - 2 * share) * QUARTERS) / QUARTERS;
      return [
        [kind, worth],
        [again(kind), worth * TWICE],
      ];
    }),
  );
};

export const besideFit = (missed: Missed, kinds: readonly ActivityKind[]): Record<string, number> => {
  const worth = outsideFit(missed, kinds);
  return Object.fromEntries(kinds.map((kind) => [outOf(kind), (worth[kind] ?? 1) * BESIDE]));
};

/**
 * Each subject gets one day of the week for its own, those with the fewest days first, spread over the days; on the
 * others it is the same subject again. So two sessions of a week miss two subjects wherever that can be.
 */
export const ownDays = (days: readonly (readonly ActivityKind[])[]): ReadonlyMap<ActivityKind, number> => {
  const daysOf = grouped(
    days.flatMap((kinds, day) => [...new Set(kinds)].map((kind) => [kind, day] as const)),
  );
  const taken = days.map(() => 0);
  const own = new Map<ActivityKind, number>();
  for (const [kind, possible] of [...daysOf].sort((a, b) => a[1].length - b[1].length)) {
    const day = possible.reduce((best, next) => ((taken[next] ?? 0) < (taken[best] ?? 0) ? next : best));
    taken[day] = (taken[day] ?? 0) + 1;
    own.set(kind, day);
  }
  return own;
};
