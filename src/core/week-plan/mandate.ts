import { addDays, type LocalDate, mondayOf } from '../time.ts';

/** So many sessions of so many minutes for one student, or for all of a pairing made without aliases. */
export interface Mandate {
  readonly id: string;
  readonly pairingId: string;
  readonly studentId: string | null;
  readonly count: number;
  readonly minutes: number;
  readonly period: 'week' | 'month' | 'quarter' | 'year';
  /** In the class; out of it; whichever fits; with the adults only. */
  readonly setting: 'push_in' | 'pull_out' | 'either' | 'consult';
  readonly startsOn: LocalDate | null;
  readonly endsOn: LocalDate | null;
}

/**
 * Sessions still to find in the week of that Monday. What is due over a longer time is spread over the weeks that
 * are left of it, so that the end of a month brings no crowd.
 */
export const stillDue = (mandate: Mandate, monday: LocalDate, served: readonly LocalDate[]): number => {
  const friday = addDays(monday, 4);
  if (mandate.startsOn !== null && friday < mandate.startsOn) return 0;
  if (mandate.endsOn !== null && mandate.endsOn < monday) return 0;
  const { first, last } = periodOf(mandate.period, friday);
  const end = mandate.endsOn !== null && mandate.endsOn < last ? mandate.endsOn : last;
  const before = served.filter((date) => first <= date && date < monday).length;
  const thisWeek = served.filter((date) => monday <= date && date <= addDays(monday, 6)).length;
  const weeksLeft = Math.max(1, weeksBetween(monday, end));
  return Math.max(0, Math.ceil((mandate.count - before) / weeksLeft) - thisWeek);
};

/** The calendar's own periods: a plan has to mean the same in every school of a therapist. */
const periodOf = (period: Mandate['period'], date: LocalDate): { first: LocalDate; last: LocalDate } => {
  const year = Number(date.slice(0, 4));
  const month = Number(date.slice(5, 7));
  switch (period) {
    case 'week':
      return { first: mondayOf(date), last: addDays(mondayOf(date), 6) };
    case 'month':
      return { first: firstOf(year, month), last: addDays(firstOf(year, month + 1), -1) };
    case 'quarter': {
      const start = month - ((month - 1) % 3);
      return { first: firstOf(year, start), last: addDays(firstOf(year, start + 3), -1) };
    }
    case 'year': {
      // A school's year: July to June.
      const start = month >= 7 ? year : year - 1;
      return { first: firstOf(start, 7), last: addDays(firstOf(start + 1, 7), -1) };
    }
  }
};

const firstOf = (year: number, month: number): LocalDate =>
  month > 12 ? firstOf(year + 1, month - 12) : `${year}-${String(month).padStart(2, '0')}-01`;

/** Weeks with a Friday in the time, the one of that Monday included. */
const weeksBetween = (monday: LocalDate, end: LocalDate): number => {
  let weeks = 0;
  for (let friday = addDays(monday, 4); friday <= end; friday = addDays(friday, 7)) weeks += 1;
  return weeks;
};
