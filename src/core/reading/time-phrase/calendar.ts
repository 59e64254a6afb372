import type { LocalDate, LocalTime } from '../../time.ts';
import { addDays } from '../../time.ts';
import type { Length } from '../lexicon/units.ts';

/** Further away nobody means anything by it, and dates have four digits. */
const FARTHEST_MONTHS = 12 * 500;
const FARTHEST_DAYS = 366 * 500;

const twoDigits = (value: number): string => String(value).padStart(2, '0');

const lengthOfMonth = (year: number, month: number): number => {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
};

/** Undefined where the calendar has no such day. */
export const dateOfParts = (year: number, month: number, day: number): LocalDate | undefined =>
  year >= 1000 && year <= 9000 && day >= 1 && day <= lengthOfMonth(year, month)
    ? `${year}-${twoDigits(month)}-${twoDigits(day)}`
    : undefined;

export const yearOf = (date: LocalDate): number => Number(date.slice(0, 4));
export const monthOf = (date: LocalDate): number => Number(date.slice(5, 7));
const dayOf = (date: LocalDate): number => Number(date.slice(8, 10));

/** The same day some months on, or the last of a month too short for it. */
export const addMonths = (date: LocalDate, months: number): LocalDate => {
  const count = yearOf(date) * 12 + monthOf(date) - 1 + months;
  const year = Math.floor(count / 12);
  const month = (count % 12) + 1;
  return dateOfParts(year, month, Math.min(dayOf(date), lengthOfMonth(year, month))) ?? date;
};

/** First and last day of a month. */
export const wholeMonth = (
  year: number,
  month: number,
): { first: LocalDate; last: LocalDate } | undefined => {
  const first = dateOfParts(year, month, 1);
  const last = dateOfParts(year, month, lengthOfMonth(year, month));
  return first === undefined || last === undefined ? undefined : { first, last };
};

/** `sign` −1 goes back; undefined when that is out of every calendar. */
export const shiftDate = (date: LocalDate, length: Length, sign: 1 | -1): LocalDate | undefined => {
  const days = Math.round(length.days);
  if (length.months > FARTHEST_MONTHS || days > FARTHEST_DAYS) return undefined;
  return addDays(addMonths(date, sign * Math.round(length.months)), sign * days);
};

export const shiftTime = (time: LocalTime, length: Length, sign: 1 | -1): LocalTime | undefined => {
  const date = shiftDate(time.date, length, sign);
  const minute = time.minute + sign * Math.round(length.minutes);
  const days = Math.floor(minute / 1440);
  if (date === undefined || Math.abs(days) > FARTHEST_DAYS) return undefined;
  return { date: addDays(date, days), minute: minute - days * 1440 };
};
