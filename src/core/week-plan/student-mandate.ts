import { isFourthWeek, type MandatePeriod, periodAround } from '../minutes/mandate.ts';
import type { Rhythm } from '../minutes/tracks.ts';
import { addDays, type LocalDate } from '../time.ts';
import type { VisitSetting } from '../visit-setting.ts';

/** So many sessions of so many minutes for one student, or for all of a pairing made without aliases. */
export interface StudentMandate {
  readonly id: string;
  readonly pairingId: string;
  readonly studentId: string | null;
  readonly count: number;
  readonly minutes: number;
  readonly period: MandatePeriod;
  readonly setting: VisitSetting;
  readonly rhythm: Rhythm;
  readonly startsOn: LocalDate | null;
  readonly endsOn: LocalDate | null;
}

/** Where its sessions of that week are: in the rhythm of 3:1, every fourth week with the adults. */
export const settingIn = ({ setting, rhythm, startsOn }: StudentMandate, monday: LocalDate): VisitSetting =>
  rhythm === 'three_one' && startsOn !== null && isFourthWeek(startsOn, monday) ? 'consult' : setting;

/**
 * Sessions still to find in the week of that Monday. What is due over a longer time is spread over the weeks that
 * are left of it, so that the end of a month brings no crowd.
 */
export const stillDue = (
  mandate: StudentMandate,
  monday: LocalDate,
  served: readonly LocalDate[],
): number => {
  const friday = addDays(monday, 4);
  if (mandate.startsOn !== null && friday < mandate.startsOn) return 0;
  if (mandate.endsOn !== null && mandate.endsOn < monday) return 0;
  const { start: first, end: last } = periodAround(friday, mandate.period);
  const end = mandate.endsOn !== null && mandate.endsOn < last ? mandate.endsOn : last;
  const before = served.filter((date) => first <= date && date < monday).length;
  const thisWeek = served.filter((date) => monday <= date && date <= addDays(monday, 6)).length;
  const weeksLeft = Math.max(1, weeksBetween(monday, end));
  return Math.max(0, Math.ceil((mandate.count - before) / weeksLeft) - thisWeek);
};

/** Weeks with a Friday in the time, the one of that Monday included. */
const weeksBetween = (monday: LocalDate, end: LocalDate): number => {
  let weeks = 0;
  for (let friday = addDays(monday, 4); friday <= end; friday = addDays(friday, 7)) weeks += 1;
  return weeks;
};
