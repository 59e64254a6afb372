import type { LocalDate, Minute } from './time.ts';

/** Smaller comes first, the first figure that differs decides. */
export type Rank = readonly number[];

interface Dated {
  readonly date: LocalDate;
  readonly start: Minute;
}

export const compareRanks = (a: Rank, b: Rank): number =>
  a.map((value, place) => value - (b[place] ?? 0)).find((difference) => difference !== 0) ?? 0;

export const compareDates = (a: LocalDate, b: LocalDate): number => (a < b ? -1 : a > b ? 1 : 0);

export const compareTimes = (a: Dated, b: Dated): number => compareDates(a.date, b.date) || a.start - b.start;

/** The one with the smallest rank, the earliest of equals; `undefined` of nothing. */
export const bestOf = <T extends Dated>(candidates: readonly T[], rankOf: (one: T) => Rank): T | undefined =>
  candidates
    .map((one) => ({ one, rank: rankOf(one) }))
    .reduce<{ one: T; rank: Rank } | undefined>((best, next) => {
      if (best === undefined) return next;
      const order = compareRanks(next.rank, best.rank) || compareTimes(next.one, best.one);
      return order < 0 ? next : best;
    }, undefined)?.one;
