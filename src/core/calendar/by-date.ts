import { grouped } from '../grouped.ts';
import type { LocalDate } from '../time.ts';
import { dateOf, dayNumber } from './day-number.ts';
import type { DateSpan } from './school-calendar.ts';

export const datesIn = ({ start, end }: DateSpan): LocalDate[] => {
  const first = dayNumber(start);
  const count = dayNumber(end) - first + 1;
  return Array.from({ length: Math.max(0, count) }, (_, days) => dateOf(first + days));
};

/** From the first date of any of them to the last. */
export const spanning = (spans: readonly DateSpan[]): DateSpan => {
  const dates = spans.flatMap(({ start, end }) => [start, end]).sort();
  return { start: dates[0] ?? '', end: dates.at(-1) ?? '' };
};

/**
 * Finds the entries of a date without reading through all of them again: each list is indexed the first time
 * it is asked, and forgotten with the list itself.
 */
export const createByDate = <Entry extends object>(datesOf: (entry: Entry) => readonly LocalDate[]) => {
  const indexes = new WeakMap<readonly Entry[], ReadonlyMap<LocalDate, readonly Entry[]>>();
  const indexOf = (entries: readonly Entry[]): ReadonlyMap<LocalDate, readonly Entry[]> => {
    const known = indexes.get(entries);
    if (known !== undefined) return known;
    const index = grouped(entries.flatMap((entry) => datesOf(entry).map((date) => [date, entry] as const)));
    indexes.set(entries, index);
    return index;
  };
  return {
    on: (entries: readonly Entry[], date: LocalDate): readonly Entry[] => indexOf(entries).get(date) ?? [],
    dates: (entries: readonly Entry[]): LocalDate[] => [...indexOf(entries).keys()],
  };
};
