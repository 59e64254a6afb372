import { DateTime } from 'luxon';
import type { LocalDate, Weekday } from '../time.ts';
import { addDays, weekdayOf } from '../time.ts';
import { countedThings } from './lexicon/numbers.ts';
import { roleAt, type Token } from './tokens.ts';

export interface CalendarDate {
  /** Undefined: there is no such day ("31 February", "Tuesday the 12th" of a month where that is a Thursday). */
  readonly date: LocalDate | undefined;
  readonly to: number;
}

const counted = new Set(countedThings);

const dateOf = (year: number, month: number, day: number): LocalDate | undefined => {
  if (month < 1 || month > 12 || day < 1 || day > (DateTime.utc(year, month).daysInMonth ?? 0))
    return undefined;
  return DateTime.utc(year, month, day).toISODate();
};

/**
 * A date without a year is near: this year's, unless that lies more than half a year back ("1/12" said in
 * November is the coming January, "11/5" said on 11/9 is over).
 */
const nearestDate = (month: number, day: number, today: LocalDate): LocalDate | undefined => {
  const year = Number(today.slice(0, 4));
  const thisYear = dateOf(year, month, day);
  if (thisYear !== undefined && thisYear >= addDays(today, -183)) return thisYear;
  const nextYear = dateOf(year + 1, month, day);
  return thisYear === undefined && month !== 2 ? undefined : nextYear;
};

/** "The 14th": the coming one; with a weekday ("Friday the 13th") the coming one that agrees, within three months. */
const comingOrdinal = (
  day: number,
  weekday: Weekday | undefined,
  today: LocalDate,
): LocalDate | undefined => {
  const first = DateTime.fromISO(today, { zone: 'utc' }).startOf('month');
  for (let ahead = 0; ahead < 3; ahead += 1) {
    const month = first.plus({ months: ahead });
    const date = dateOf(month.year, month.month, day);
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

/** "Nov 10", "10 November", "11/10", "2026-11-10", "the 14th". */
export const calendarDateAt = (
  tokens: readonly Token[],
  at: number,
  today: LocalDate,
  weekday: Weekday | undefined,
): CalendarDate | undefined => {
  const token = tokens[at];
  const next = tokens[at + 1];
  const named = (month: number, day: number, to: number) => {
    const comma = skip(tokens, to, ',');
    const year = yearAt(tokens, comma);
    const date = year === undefined ? nearestDate(month, day, today) : dateOf(year, month, day);
    return { date: agreeing(date, weekday), to: year === undefined ? to : comma + 1 };
  };
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
    return day === undefined ? undefined : named(token.month, day, the + 1);
  }
  const start = skip(tokens, at, 'the');
  const day = dayNumber(tokens[start]);
  if (day === undefined) return undefined;
  const month = tokens[skip(tokens, start + 1, 'of')];
  // "at 10 may be tight": an hour before a word that happens to be a month.
  const isMonth = month?.is === 'month' && (month.text !== 'may' || tokens[start]?.is === 'ordinal');
  if (isMonth && roleAt(tokens, at - 1) !== 'at') return named(month.month, day, tokens.indexOf(month) + 1);
  if (tokens[start]?.is !== 'ordinal' || counted.has(tokens[start + 1]?.text ?? '')) return undefined;
  const alone = start > at || weekday !== undefined || tokens.length === 1 || roleAt(tokens, at - 1) === 'on';
  if (!alone) return undefined;
  return { date: comingOrdinal(day, weekday, today), to: start + 1 };
};
