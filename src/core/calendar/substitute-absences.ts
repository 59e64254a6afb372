import type { School } from '../classroom.ts';
import type { Absence } from './absence.ts';
import { spanOf } from './blocks-on-day.ts';
import { datesIn } from './by-date.ts';
import type { Change } from './change.ts';
import { schoolClockOf } from './school-clock-of.ts';

/** Where somebody else has a class its teacher is away. */
export const substituteAbsences = (school: School, changes: readonly Change[]): Absence[] =>
  changes.flatMap(({ what, dates, undone }): Absence[] => {
    if (what.do !== 'substitute' || undone !== undefined) return [];
    const { when } = what;
    if (when === 'all day') return [dates];
    return datesIn(dates).flatMap((date) => {
      const day = schoolClockOf(school).day(date);
      const part = day && spanOf(when, day);
      return part === undefined ? [] : [{ start: date, end: date, part }];
    });
  });
