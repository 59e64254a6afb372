import type { LocalDate, Weekday } from '../time.ts';
import { weekdayOf } from '../time.ts';
import { countedThings } from './lexicon/numbers.ts';
import { roleAt, type Token } from './tokens.ts';

export interface CalendarDate {
  /** Undefined: there is no such day ("31 February", "Tuesday the 12th" of a month where that is a Thursday). */
  readonly date: LocalDate | undefined;
  readonly to: number;
}

const counted = new Set(countedThings);

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** By hand: this runs for every number of a text; a Luxon object each time would be felt in a long message. */
const dateOf = (year: number, month: number, day: number): LocalDate | undefined => {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  const exists = year >= 1000 && day >= 1 && day <= (lengths[month - 1] ?? 0);
  return exists ? `${year}-${twoDigits(month)}-${twoDigits(day)}` : undefined;
};

const yearAndMonth = (date: LocalDate): { year: number; month: number } => ({
  year: Number(date.slice(0, 4)),
  month: Number(date.slice(5, 7)),
});

/**
 * A date without a year is near: this year's, unless that lies half a year back or more ("1/12" said in
 * November is the coming January, "11/5" said on 11/9 is over).
 */
const nearestDate = (month: number, day: number, today: LocalDate): LocalDate | undefined => {
  const now = yearAndMonth(today);
  const thisYear = dateOf(now.year, month, day);
  if (thisYear !== undefined && now.month - month < 6) return thisYear;
  return thisYear === undefined && month !== 2 ? undefined : dateOf(now.year + 1, month, day);
};

/** "The 14th": the coming one; with a weekday ("Friday the 13th") the coming one that agrees, within three months. */
const comingOrdinal = (
  day: number,
  weekday: Weekday | undefined,
  today: LocalDate,
): LocalDate | undefined => {
  const now = yearAndMonth(today);
  for (let ahead = 0; ahead < 3; ahead += 1) {
    const month = now.month - 1 + ahead;
    const date = dateOf(now.year + Math.floor(month / 12), (month % 12) + 1, day);
    if (date !== undefined && date >= today && (weekday === undefined || weekdayOf(date) === weekday))
      return date;
  }
  return undefined;
};

const agreeing = (date: LocalDate | undefined, weekday: Weekday | undefined): LocalDate | undefined =>
  date !== undefined && weekday !== undefined && weekdayOf(date) !== weekday ? undefined : date;

const dayNumber = (token: Token | undefined): number | undefined => {
  if (token?.is === 'ordinal') return token.day;
  return token?.is === 'number' && token.digits <= 2 ? token.value : undefined;
};

/** "2026" after a date. */
const yearAt = (tokens: readonly Token[], at: number): number | undefined => {
  const token = tokens[at];
  return token?.is === 'number' && token.value >= 2020 && token.value < 2100 ? token.value : undefined;
};

/** Past one small word, if it stands here. */
export const skip = (tokens: readonly Token[], at: number, ...texts: readonly string[]): number =>
  texts.includes(tokens[at]?.text ?? '') ? at + 1 : at;

/** A month and a day, with the year that may follow. */
const named = (
  tokens: readonly Token[],
  month: number,
  day: number,
  to: number,
  today: LocalDate,
  weekday: Weekday | undefined,
): CalendarDate => {
  const comma = skip(tokens, to, ',');
  const year = yearAt(tokens, comma);
  const date = year === undefined ? nearestDate(month, day, today) : dateOf(year, month, day);
  return { date: agreeing(date, weekday), to: year === undefined ? to : comma + 1 };
};

/** "Nov 10", "10 November", "11/10", "2026-11-10", "the 14th". */
export const calendarDateAt = (
  tokens: readonly Token[],
  at: number,
  today: LocalDate,
  weekday: Weekday | undefined,
): CalendarDate | undefined => {
  const token = tokens[at];
  const next = tokens[at + 1];
  if (token?.is === 'date') {
    if (counted.has(next?.text ?? '') || next?.text === 'day') return undefined;
    const date =
      token.year === undefined
        ? nearestDate(token.month, token.day, today)
        : dateOf(token.year, token.month, token.day);
    return { date: agreeing(date, weekday), to: at + 1 };
  }
  if (token?.is === 'month') {
    const dot = skip(tokens, at + 1, '.');
    const the = skip(tokens, dot, 'the');
    const day = dayNumber(tokens[the]);
    return day === undefined ? undefined : named(tokens, token.month, day, the + 1, today, weekday);
  }
  const start = skip(tokens, at, 'the');
  const day = dayNumber(tokens[start]);
  if (day === undefined) return undefined;
  const month = tokens[skip(tokens, start + 1, 'of')];
  // "at 10 may be tight": an hour before a word that happens to be a month.
  const isMonth = month?.is === 'month' && (month.text !== 'may' || tokens[start]?.is === 'ordinal');
  if (isMonth && roleAt(tokens, at - 1) !== 'at')
    return named(tokens, month.month, day, tokens.indexOf(month) + 1, today, weekday);
  if (tokens[start]?.is !== 'ordinal' || counted.has(tokens[start + 1]?.text ?? '')) return undefined;
  // "The 20th and 21st": a list of them.
  const listed =
    tokens[at - 2]?.is === 'ordinal' && ['and', '&', '+', 'or'].includes(tokens[at - 1]?.text ?? '');
  const alone =
    start > at || weekday !== undefined || tokens.length === 1 || roleAt(tokens, at - 1) === 'on' || listed;
  if (!alone) return undefined;
  return { date: comingOrdinal(day, weekday, today), to: start + 1 };
};
