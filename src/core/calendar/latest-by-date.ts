import type { LocalDate } from '../time.ts';
import { datesIn } from './by-date.ts';
import type { Change } from './change.ts';

/** What was said last about a date of the whole school: closed, or of another type. */
export const latestByDate = (changes: readonly Change[]): ReadonlyMap<LocalDate, Change> => {
  const latest = new Map<LocalDate, Change>();
  for (const change of changes) {
    const { what, scope, undone, dates } = change;
    if (undone !== undefined || scope.of !== 'school') continue;
    if (what.do !== 'close' && what.do !== 'day-type') continue;
    for (const date of datesIn(dates)) {
      // Of two words of one moment the one stored later counts.
      if ((latest.get(date)?.saidAt ?? Number.NEGATIVE_INFINITY) <= change.saidAt) latest.set(date, change);
    }
  }
  return latest;
};
