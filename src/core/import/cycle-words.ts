import type { Cycle } from '../calendar/school-calendar.ts';
import { sameName } from './cells.ts';

type KnownCycle = Pick<Cycle, 'name' | 'dayNames'>;

/** “Day 4”, “B day”, “4”: the bare name of a cycle's day. */
const bareDay = (text: string): string =>
  sameName(text)
    .replace(/^days? /, '')
    .replace(/[ -]?days?$/, '')
    .trim();

const dayOf = (cycle: KnownCycle, text: string): string | undefined =>
  cycle.dayNames.find((name) => bareDay(name) === bareDay(text));

/** The cycle's day that is meant; several when more than one cycle has a day of that name. */
export const cycleDaysNamed = (
  text: string,
  cycles: readonly KnownCycle[],
): { cycle: string; day: string }[] =>
  cycles.flatMap((cycle) => {
    const day = dayOf(cycle, text);
    return day === undefined ? [] : [{ cycle: cycle.name, day }];
  });

/** “Day 1, Day 4”, “A”, “2 and 5”: all of one cycle; undefined when some word is none of its days. */
export const cycleDaysIn = (text: string, cycle: KnownCycle): string[] | undefined => {
  const parts = sameName(text)
    .replace(/^days? /, '')
    .split(/\s*(?:[,;&/+]|\band\b|\bday\b)\s*|\s+/)
    .filter((part) => part !== '');
  const days = parts.map((part) => dayOf(cycle, part));
  return days.length > 0 && days.every((day) => day !== undefined) ? [...new Set(days)] : undefined;
};

/** “6” is Day 1 to 6; “A B” or “Red, White, Blue” are names. */
export const dayNamesIn = (text: string): string[] | undefined => {
  const count = /^\d+$/.test(text) ? Number(text) : undefined;
  const names =
    count === undefined
      ? text.split(/[,;/\s]+/).filter((name) => name !== '')
      : Array.from({ length: Math.min(count, 11) }, (_, index) => String(index + 1));
  const distinct = new Set(names.map(sameName)).size === names.length;
  return distinct && names.length >= 2 && names.length <= 10 ? names : undefined;
};
