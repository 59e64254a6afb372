import { datesIn } from '../calendar/by-date.ts';
import type { DateSpan } from '../calendar/school-calendar.ts';
import { compareDates } from '../rank.ts';
import { addDays, type LocalDate, mondayOf, sundayOf, weekdayOf } from '../time.ts';

export const mandatePeriods = ['week', 'month', 'quarter', 'year'] as const;
export type MandatePeriod = (typeof mandatePeriods)[number];

/** What a plan says a child is to get, from a date on (needs 14): “from March 2: 3 × 45 a week”. */
export interface Mandate {
  readonly count: number;
  readonly minutes: number;
  readonly period: MandatePeriod;
  readonly from: LocalDate;
  /** Of four weeks, counted from the day it begins: all, the first three, or the fourth. */
  readonly rhythm?: 'every_week' | 'three_of_four' | 'one_of_four';
}

export interface MandatedPeriod extends DateSpan {
  readonly mandated: number;
}

/** In months; a school year begins in July. */
const QUARTER = 3;
const YEAR = 12;
const JULY = 7;

/** The week, month, quarter or school year a date lies in. */
export const periodAround = (date: LocalDate, period: MandatePeriod): DateSpan => {
  if (period === 'week') return { start: mondayOf(date), end: sundayOf(date) };
  const months = { month: 1, quarter: QUARTER, year: YEAR }[period];
  const month = Number(date.slice(5, 7));
  const into = period === 'year' ? (month - JULY + YEAR) % YEAR : (month - 1) % months;
  const first = Number(date.slice(0, 4)) * YEAR + month - 1 - into;
  return { start: firstOf(first), end: addDays(firstOf(first + months), -1) };
};

/** The first day of a month counted from the year 0. */
const firstOf = (months: number): LocalDate =>
  `${String(Math.floor(months / YEAR)).padStart(4, '0')}-${String((months % YEAR) + 1).padStart(2, '0')}-01`;

/** A mandate counts from the first whole period on: nobody is behind for days before the agreement. */
export const countsFrom = ({ from, period }: Pick<Mandate, 'from' | 'period'>): LocalDate => {
  const { start, end } = periodAround(from, period);
  return start === from ? start : addDays(end, 1);
};

const WEEKS = 4;

/** Whether the week of that Monday is the fourth of four since the first whole week from then on. */
export const isFourthWeek = (from: LocalDate, monday: LocalDate): boolean => {
  let week = 0;
  for (let at = countsFrom({ from, period: 'week' }); at < monday; at = addDays(at, 7)) week += 1;
  return week % WEEKS === WEEKS - 1;
};

const isAsked = ({ rhythm = 'every_week', from }: Mandate, date: LocalDate): boolean =>
  rhythm === 'every_week' || isFourthWeek(from, mondayOf(date)) === (rhythm === 'one_of_four');

/**
 * Periods up to the one `until` lies in, each with what the mandate in force on its first day asks for: nothing where
 * there is no school at all.
 */
export const mandatedPeriods = (
  mandates: readonly Mandate[],
  until: LocalDate,
  isSchoolDay: (date: LocalDate) => boolean,
): MandatedPeriod[] => {
  const reigns = reignsOf(mandates);
  return reigns.flatMap(({ mandate, start }, index) => {
    const last = reigns[index + 1] === undefined ? until : addDays(reigns[index + 1]?.start ?? until, -1);
    const periods: MandatedPeriod[] = [];
    for (let at = start; at <= last && at <= until; at = addDays(periodAround(at, mandate.period).end, 1)) {
      const whole = periodAround(at, mandate.period);
      const end = reigns[index + 1] !== undefined && whole.end > last ? last : whole.end;
      const open = datesIn({ start: at, end }).some(isSchoolDay);
      periods.push({
        start: at,
        end,
        mandated: open && isAsked(mandate, at) ? shareOf(mandate, whole, end) : 0,
      });
    }
    return periods;
  });
};

/** From when to when each mandate holds; of two that would begin together, the later said. */
const reignsOf = (mandates: readonly Mandate[]): { mandate: Mandate; start: LocalDate }[] => {
  const reigns: { mandate: Mandate; start: LocalDate }[] = [];
  for (const mandate of [...mandates].sort((a, b) => compareDates(a.from, b.from))) {
    const start = countsFrom(mandate);
    while ((reigns.at(-1)?.start ?? '') >= start) reigns.pop();
    reigns.push({ mandate, start });
  }
  return reigns;
};

/** A week that ends early because months begin to count is asked for by its weekdays. */
const shareOf = ({ count, minutes }: Mandate, whole: DateSpan, end: LocalDate): number => {
  const full = count * minutes;
  return end === whole.end
    ? full
    : Math.round((full * weekdaysIn({ ...whole, end })) / Math.max(1, weekdaysIn(whole)));
};

const weekdaysIn = (dates: DateSpan): number => datesIn(dates).filter((date) => weekdayOf(date) <= 5).length;
