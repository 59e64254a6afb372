import { monthWords } from './lexicon/months.ts';
import { type Length, unitWords } from './lexicon/units.ts';

export type Half = 'am' | 'pm';

/** What a run of digits, with whatever hangs on it, can mean by itself. */
export type NumberMeaning =
  | { readonly is: 'clock'; readonly hour: number; readonly minute: number; readonly half: Half | undefined }
  /** A bare number: an hour, 1045, a room, a count; its neighbors decide. */
  | { readonly is: 'number'; readonly value: number; readonly digits: number }
  | {
      readonly is: 'date';
      readonly month: number;
      readonly day: number;
      readonly year: number | undefined;
    }
  | { readonly is: 'ordinal'; readonly day: number }
  | { readonly is: 'amount'; readonly minutes: number }
  /** "3w", "5d": as an amount, but of the calendar. */
  | { readonly is: 'length'; readonly count: number; readonly one: Length }
  | { readonly is: 'decimal'; readonly value: number }
  /** "11/2016": a month of a year. */
  | { readonly is: 'month-of-year'; readonly month: number; readonly year: number }
  | { readonly is: 'plain' };

const halves: ReadonlyMap<string, Half> = new Map([
  ['a', 'am'],
  ['am', 'am'],
  ['p', 'pm'],
  ['pm', 'pm'],
]);
const units = new Map(unitWords);
const months = new Map(monthWords);

const slashDate = (first: number, second: number, year: number | undefined): NumberMeaning => {
  const dayFirst = first > 12 && second <= 12;
  return { is: 'date', month: dayFirst ? second : first, day: dayFirst ? first : second, year };
};

const fullYear = (year: string): number => Number(year) + (year.length === 2 ? 2000 : 0);

/** Bare digits as a wall clock: 10 → 10:00, 1045 → 10:45. */
export const clockOfDigits = (value: number, digits: number): { hour: number; minute: number } =>
  digits <= 2 ? { hour: value, minute: 0 } : { hour: Math.floor(value / 100), minute: value % 100 };

const readClock = (text: string): NumberMeaning | undefined => {
  const clock = /^(\d{1,2})([:.h])(\d{2})(?::\d{2})?(?:\.\d{1,3})?(am|pm|a|p|ish|z)?$/u.exec(text);
  if (clock) {
    const [, hour, mark, minute, tail = ''] = clock;
    // "8.30" is a clock, "4.75" an amount; "10:75" was meant as a clock and is told so.
    if (mark === '.' && (Number(minute) > 59 || Number(hour) > 24)) return { is: 'plain' };
    return { is: 'clock', hour: Number(hour), minute: Number(minute), half: halves.get(tail) };
  }
  const hour = /^(\d{1,4})(am|pm|a|p|ish|ampm)$/u.exec(text);
  if (hour) {
    const [, digits = '', tail = ''] = hour;
    return { is: 'clock', ...clockOfDigits(Number(digits), digits.length), half: halves.get(tail) };
  }
  return undefined;
};

const readDate = (text: string): NumberMeaning | undefined => {
  const date = /^(\d{1,2})[/.](\d{1,2})(?:[/.](\d{4}|\d{2}))?$/u.exec(text);
  if (date && text !== '24/7' && (text.includes('/') || date[3] !== undefined)) {
    const [, first, second, year] = date;
    return slashDate(Number(first), Number(second), year === undefined ? undefined : fullYear(year));
  }
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/u.exec(text);
  if (iso) return { is: 'date', year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) };
  const monthOfYear = /^(\d{1,2})\/(\d{4})$/u.exec(text);
  if (monthOfYear)
    return { is: 'month-of-year', month: Number(monthOfYear[1]), year: Number(monthOfYear[2]) };
  const yearFirst = /^(\d{4})\/(\d{1,2})$/u.exec(text);
  if (yearFirst) return { is: 'month-of-year', month: Number(yearFirst[2]), year: Number(yearFirst[1]) };
  return undefined;
};

/** Digits with a word on them: "14th", "30min", "3w", "15sep". */
const readTailed = (text: string): NumberMeaning | undefined => {
  const ordinal = /^(\d{1,2})(st|nd|rd|th)$/u.exec(text);
  if (ordinal) return { is: 'ordinal', day: Number(ordinal[1]) };
  const [, digits, tail = ''] = /^(\d{1,3}(?:\.\d{1,2})?)(\p{L}{1,9})$/u.exec(text) ?? [];
  if (digits === undefined) return undefined;
  const one = units.get(tail);
  const count = Number(digits);
  if (one !== undefined && one.minutes > 0) return { is: 'amount', minutes: Math.round(count * one.minutes) };
  if (one !== undefined) return { is: 'length', count, one };
  const month = months.get(tail);
  return month === undefined ? undefined : { is: 'date', month, day: count, year: undefined };
};

export const readNumber = (text: string): NumberMeaning => {
  if (/^\d{1,4}$/u.test(text)) return { is: 'number', value: Number(text), digits: text.length };
  const known = readClock(text) ?? readDate(text) ?? readTailed(text);
  if (known !== undefined) return known;
  return /^\d{1,3}\.\d$/u.test(text) ? { is: 'decimal', value: Number(text) } : { is: 'plain' };
};
