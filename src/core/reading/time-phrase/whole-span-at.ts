import type { LocalDate } from '../../time.ts';
import { addDays, mondayOf, weekdayOf } from '../../time.ts';
import {
  cutWords,
  type Which,
  type WholeUnit,
  weekOfWords,
  whichWords,
  wholeUnits,
} from '../lexicon/span-words.ts';
import { phraseTable } from '../phrases.ts';
import { roleAt, type Token } from '../tokens.ts';
import { addMonths, dateOfParts, monthOf, wholeMonth, yearOf } from './calendar.ts';
import type { DatesFound } from './mention.ts';
import { ordinalAt } from './ordinal-at.ts';

const which = phraseTable(whichWords);
const units = phraseTable(wholeUnits);
const cuts = phraseTable(cutWords);
const weekOf = phraseTable(weekOfWords.map((words) => [words, true] as const));

export const spanOpeners: readonly string[] = [...which.firsts(), ...cuts.firsts(), ...weekOf.firsts()];

interface Dates {
  readonly first: LocalDate;
  readonly last: LocalDate;
}

const wholeUnit = (unit: WholeUnit, said: Which, today: LocalDate): Dates => {
  const step = said === 'next' ? 1 : said === 'last' ? -1 : 0;
  const monday = addDays(mondayOf(today), 7 * step);
  const month = wholeMonth(yearOf(addMonths(today, step)), monthOf(addMonths(today, step)));
  const year = yearOf(today) + step;
  switch (unit) {
    case 'week':
      return { first: monday, last: addDays(monday, 6) };
    case 'workweek':
      return { first: monday, last: addDays(monday, 4) };
    case 'weekend':
      return { first: addDays(monday, 5), last: addDays(monday, 6) };
    case 'month':
      return month ?? { first: today, last: today };
    case 'quarter': {
      const first = addMonths(
        `${today.slice(0, 4)}-01-01`,
        Math.floor((monthOf(today) - 1) / 3) * 3 + 3 * step,
      );
      return { first, last: addDays(addMonths(first, 3), -1) };
    }
    case 'year':
      return { first: `${year}-01-01`, last: `${year}-12-31` };
  }
};

/** In days: where the first half of a span ends. */
const halves: Readonly<Record<WholeUnit, number>> = {
  week: 3,
  workweek: 3,
  weekend: 1,
  month: 15,
  quarter: 45,
  year: 181,
};

const cutDown = (
  span: Dates,
  cut: 'early' | 'late' | 'rest' | 'before',
  unit: WholeUnit,
  today: LocalDate,
): Dates => {
  const second = addDays(span.first, halves[unit]);
  if (cut === 'early') return { first: span.first, last: addDays(second, -1) };
  if (cut === 'late') return { first: second, last: span.last };
  if (cut === 'before')
    return { first: span.first, last: today > span.first ? addDays(today, -1) : span.first };
  return { first: today > span.first ? today : span.first, last: span.last };
};

/** ISO weeks: the first has the year's first Thursday. */
const mondayOfWeek = (year: number, week: number): LocalDate =>
  addDays(mondayOf(`${year}-01-04`), 7 * (week - 1));

/** "3rd week of Jan", "the last week of this month". */
const weekWithinAt = (tokens: readonly Token[], from: number, today: LocalDate): DatesFound | undefined => {
  const nth = ordinalAt(tokens, roleAt(tokens, from) === 'the' ? from + 1 : from);
  const at = roleAt(tokens, from) === 'the' ? from + 1 : from;
  const last = tokens[at]?.text === 'last';
  const week = nth?.to ?? at + 1;
  if ((nth === undefined && !last) || roleAt(tokens, week) !== 'week') return undefined;
  const of = ['of', 'in'].includes(tokens[week + 1]?.text ?? '') ? week + 2 : week + 1;
  const span = namedMonthAt(tokens, of, today) ?? wholeSpanAt(tokens, of, today);
  if (span === undefined || of === week + 1) {
    const year = wholeSpanAt(tokens, of, today);
    if (year === undefined || nth === undefined) return undefined;
    const monday = mondayOfWeek(yearOf(year.first), nth.value);
    return { first: monday, last: addDays(monday, 6), from, to: year.to };
  }
  const early = mondayOf(addDays(span.first, 3));
  const monday = last ? mondayOf(addDays(span.last, -3)) : addDays(early, 7 * ((nth?.value ?? 1) - 1));
  return { first: monday, last: addDays(monday, 6), from, to: span.to };
};

/** A year four digits long, after a month. */
const yearAt = (tokens: readonly Token[], at: number): { year: number; to: number } | undefined => {
  const past = ['-', '/', ',', 'of'].includes(tokens[at]?.text ?? '') ? at + 1 : at;
  const token = tokens[past];
  if (token?.is !== 'number' || token.digits !== 4 || token.value < 1900 || token.value > 2099)
    return undefined;
  return { year: token.value, to: past + 1 };
};

const monthFound = (from: number, year: number, month: number, to: number): DatesFound | undefined => {
  const span = wholeMonth(year, month);
  return span && { ...span, from, to };
};

/** "in August", "Dec-2018", "2016 November", "11/2016", "2016-11". */
export const namedMonthAt = (
  tokens: readonly Token[],
  from: number,
  today: LocalDate,
): DatesFound | undefined => {
  const token = tokens[from];
  if (token?.is === 'month-of-year') return monthFound(from, token.year, token.month, from + 1);
  if (token?.is === 'month') {
    const year = yearAt(tokens, from + 1);
    if (year !== undefined) return monthFound(from, year.year, token.month, year.to);
    const ahead = monthOf(today) - token.month >= 6 ? 1 : 0;
    return monthFound(from, yearOf(today) + ahead, token.month, from + 1);
  }
  if (token?.is !== 'number') return undefined;
  const past = ['-', '/', ','].includes(tokens[from + 1]?.text ?? '') ? from + 2 : from + 1;
  const other = tokens[past];
  if (token.digits === 4 && token.value >= 1900 && token.value <= 2099) {
    if (other?.is === 'month') return monthFound(from, token.value, other.month, past + 1);
    if (other?.is === 'number' && other.digits <= 2 && past > from + 1)
      return monthFound(from, token.value, other.value, past + 1);
    return undefined;
  }
  const year = token.digits <= 2 && past > from + 1 ? yearAt(tokens, past) : undefined;
  return year === undefined ? undefined : monthFound(from, year.year, token.value, year.to);
};

/** "next week", "this weekend", "early next month", "the week of the 18th", "week 31". */
export const wholeSpanAt = (
  tokens: readonly Token[],
  from: number,
  today: LocalDate,
  dateAt?: (at: number) => { date: LocalDate; to: number } | undefined,
): DatesFound | undefined => {
  const the = roleAt(tokens, from) === 'the' ? from + 1 : from;
  const beginning = weekOf.at(tokens, the);
  if (beginning !== undefined) {
    const day = dateAt?.(beginning.to);
    if (day === undefined) return undefined;
    const monday = mondayOf(day.date);
    return { first: monday, last: addDays(monday, 6), from, to: day.to };
  }
  const within = weekWithinAt(tokens, from, today);
  if (within !== undefined) return within;
  if (roleAt(tokens, the) === 'week') {
    const number = tokens[the + 1];
    if (number?.text === 'after' && tokens[the + 2]?.text === 'next')
      return { first: addDays(mondayOf(today), 14), last: addDays(mondayOf(today), 20), from, to: the + 3 };
    if (number?.is === 'number' && number.digits <= 2 && number.value >= 1 && number.value <= 53) {
      const monday = mondayOfWeek(yearOf(today), number.value);
      return { first: monday, last: addDays(monday, 6), from, to: the + 2 };
    }
  }
  const cut = cuts.at(tokens, from);
  const start = cut?.to ?? from;
  const said = which.at(tokens, start);
  const unit = said && units.at(tokens, said.to);
  if (said === undefined || unit === undefined) return undefined;
  const whole = wholeUnit(unit.value, said.value, today);
  const rest = said.phrase.includes('rest') || said.phrase.includes('remaining');
  const span =
    cut !== undefined
      ? cutDown(whole, cut.value, unit.value, today)
      : rest
        ? cutDown(whole, 'rest', unit.value, today)
        : whole;
  return { ...span, from, to: unit.to };
};

/** The days between: "the first Monday of next month". */
export const weekdayWithin = (span: Dates, weekday: number, nth: number | 'last'): LocalDate | undefined => {
  if (nth === 'last') {
    const back = (weekdayOf(span.last) - weekday + 7) % 7;
    return addDays(span.last, -back);
  }
  const first = addDays(span.first, (weekday - weekdayOf(span.first) + 7) % 7);
  const date = addDays(first, 7 * (nth - 1));
  return date <= span.last ? date : undefined;
};

export const dayOfMonthWithin = (span: Dates, day: number): LocalDate | undefined =>
  dateOfParts(yearOf(span.first), monthOf(span.first), day);
