import type { LocalDate, Weekday } from '../time.ts';

/** Days since 1970-01-01. */
export type DayNumber = number;

/** Calendar arithmetic on integers (the Gregorian rules, counted from 1 March 0000 so that leap days come last). */
const DAYS_TO_1970 = 719_468;
const DAYS_IN_400_YEARS = 146_097;

const fromParts = (year: number, month: number, day: number): DayNumber => {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_IN_400_YEARS + dayOfEra - DAYS_TO_1970;
};

const written = (value: number, length: number): string => String(value).padStart(length, '0');

export const dateOf = (number: DayNumber): LocalDate => {
  const known = dates.get(number);
  if (known !== undefined) return known;
  const shifted = number + DAYS_TO_1970;
  const era = Math.floor(shifted / DAYS_IN_400_YEARS);
  const dayOfEra = shifted - era * DAYS_IN_400_YEARS;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const day = dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  if (!(year >= 0 && year <= 9999)) throw new RangeError(`No date has the number ${number}`);
  const date = `${written(year, 4)}-${written(month, 2)}-${written(day, 2)}`;
  remember(date, number);
  return date;
};

/** 1970-01-01 was a Thursday. */
export const weekdayOfNumber = (number: DayNumber): Weekday =>
  (((((number + 3) % 7) + 7) % 7) + 1) as Weekday;

/** Throws for a date that does not exist. */
export const dayNumber = (date: LocalDate): DayNumber => {
  const known = numbers.get(date);
  if (known !== undefined) return known;
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date) ?? [];
  const number = fromParts(Number(year), Number(month), Number(day));
  if (Number.isNaN(number) || dateOf(number) !== date) throw new RangeError(`No such date: ${date}`);
  return number;
};

/** The same few years of dates are asked for all day; what lies outside of them must not fill the memory. */
const MOST_REMEMBERED = 20_000;
const numbers = new Map<LocalDate, DayNumber>();
const dates = new Map<DayNumber, LocalDate>();

const remember = (date: LocalDate, number: DayNumber): void => {
  if (dates.size >= MOST_REMEMBERED) {
    numbers.clear();
    dates.clear();
  }
  numbers.set(date, number);
  dates.set(number, date);
};
