import type { LocalDate } from '../../time.ts';
import { dateAt, settleDay } from '../date-at.ts';
import type { DateFound } from '../date-found.ts';
import type { Token } from '../tokens.ts';
import { oddDateAt } from './odd-date-at.ts';

/** The day a place of the text names. */
export type DayAt = (at: number) => DateFound | undefined;

/** Several readers ask what day a place names; it is worked out once. */
export const dayNames = (tokens: readonly Token[], today: LocalDate): DayAt => {
  const known: (DateFound | null)[] = [];
  return (at) => {
    const before = known[at];
    if (before !== undefined) return before ?? undefined;
    const found = oddDateAt(tokens, at, today) ?? dateAt(tokens, at, today);
    known[at] = found ?? null;
    return found;
  };
};

/** The date a day named here is. */
export const settledAt = (
  at: number,
  today: LocalDate,
  dayAt: DayAt,
): { date: LocalDate; to: number } | undefined => {
  const found = dayAt(at);
  const date = found && settleDay(found.said, today, false);
  return found === undefined || date === undefined ? undefined : { date, to: found.to };
};
