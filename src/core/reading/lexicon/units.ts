/** A length as people say it: months and days move the calendar, minutes the clock. */
export interface Length {
  readonly months: number;
  readonly days: number;
  readonly minutes: number;
}

const minutes = (count: number): Length => ({ months: 0, days: 0, minutes: count });
const days = (count: number): Length => ({ months: 0, days: count, minutes: 0 });
const months = (count: number): Length => ({ months: count, days: 0, minutes: 0 });

/** What one of a unit is. */
export const unitWords: readonly (readonly [word: string, one: Length])[] = [
  ['m', minutes(1)],
  ['min', minutes(1)],
  ['mins', minutes(1)],
  ['minute', minutes(1)],
  ['minutes', minutes(1)],
  ['h', minutes(60)],
  ['ho', minutes(60)],
  ['hr', minutes(60)],
  ['hrs', minutes(60)],
  ['hour', minutes(60)],
  ['hours', minutes(60)],
  ['d', days(1)],
  ['day', days(1)],
  ['days', days(1)],
  ['w', days(7)],
  ['wk', days(7)],
  ['wks', days(7)],
  ['week', days(7)],
  ['weeks', days(7)],
  ['fortnight', days(14)],
  ['fortnights', days(14)],
  ['mo', months(1)],
  ['mos', months(1)],
  ['mon', months(1)],
  ['month', months(1)],
  ['months', months(1)],
  ['quarter', months(3)],
  ['quarters', months(3)],
  ['qtr', months(3)],
  ['y', months(12)],
  ['yr', months(12)],
  ['yrs', months(12)],
  ['year', months(12)],
  ['years', months(12)],
  ['decade', months(120)],
  ['decades', months(120)],
];

/** Counts that are no number. */
export const vagueCounts: readonly (readonly [words: string, count: number])[] = [
  ['a', 1],
  ['an', 1],
  ['a couple of', 2],
  ['a couple', 2],
  ['couple of', 2],
  ['couple', 2],
  ['a few', 3],
  ['few', 3],
  ['several', 7],
  ['half a', 0.5],
  ['half an', 0.5],
  ['half', 0.5],
];
