import type { LocalDate, Weekday } from '../../time.ts';
import { addDays, mondayOf, weekdayOf } from '../../time.ts';
import type { DateFound } from '../date-found.ts';
import { countedThings } from '../lexicon/numbers.ts';
import { phraseTable } from '../phrases.ts';
import { roleAt, type Token } from '../tokens.ts';
import { addMonths, dateOfParts, monthOf, yearOf } from './calendar.ts';
import { countAt } from './length-at.ts';
import { beginsOrdinal, ordinalAt } from './ordinal-at.ts';
import { dayOfMonthWithin, namedMonthAt, weekdayWithin, wholeSpanAt } from './whole-span-at.ts';

const counted = new Set(countedThings);

const found = (date: LocalDate | undefined, from: number, to: number): DateFound | undefined =>
  date === undefined ? undefined : { said: { is: 'date', date }, from, to };

const weekdayAt = (tokens: readonly Token[], at: number): Weekday | undefined => {
  const token = tokens[at];
  if (token?.is === 'weekday') return token.weekday;
  return token?.text === 'sat' ? 6 : token?.text === 'sun' ? 7 : undefined;
};

/** "Past Wednesday" is the nearest one gone by; "this past" the same. */
const pastWeekday = (tokens: readonly Token[], from: number, today: LocalDate): DateFound | undefined => {
  const at = roleAt(tokens, from) === 'this' ? from + 1 : from;
  const word = tokens[at]?.text;
  const weekday = weekdayAt(tokens, at + 1);
  if (weekday === undefined) return undefined;
  const back = (weekdayOf(today) - weekday + 7) % 7 || 7;
  if (word === 'past') return found(addDays(today, -back), from, at + 2);
  return word === 'previous' ? found(addDays(mondayOf(today), weekday - 8), from, at + 2) : undefined;
};

/** "The first Friday of next month", "third Tuesday", "the last Monday of November". */
const nthWeekday = (tokens: readonly Token[], from: number, today: LocalDate): DateFound | undefined => {
  const at = roleAt(tokens, from) === 'the' ? from + 1 : from;
  const nth = ordinalAt(tokens, at);
  const last = tokens[at]?.text === 'last';
  const day = nth?.to ?? at + 1;
  const weekday = weekdayAt(tokens, day);
  if (weekday === undefined || (nth === undefined && !last)) return undefined;
  const of = day + 1;
  const month = ['of', 'in'].includes(tokens[of]?.text ?? '')
    ? (wholeSpanAt(tokens, of + 1, today) ?? namedMonthAt(tokens, of + 1, today))
    : undefined;
  if (month !== undefined) {
    const date = weekdayWithin(month, weekday, nth?.value ?? 'last');
    // There are months without a fifth Friday.
    return date === undefined ? { said: { is: 'none' }, from, to: month.to } : found(date, from, month.to);
  }
  if (nth === undefined || nth.value > 5) return undefined;
  const here = { first: `${today.slice(0, 8)}01`, last: addDays(addMonths(`${today.slice(0, 8)}01`, 1), -1) };
  return found(weekdayWithin(here, weekday, nth.value), from, day + 1);
};

/** "The 20th of next month", "the fourth of July", "Jan first", "the 15th day of next month". */
const ordinalOfMonth = (tokens: readonly Token[], from: number, today: LocalDate): DateFound | undefined => {
  const month = tokens[from];
  if (month?.is === 'month') {
    const the = roleAt(tokens, from + 1) === 'the' ? from + 2 : from + 1;
    const dash = ['-', '/'].includes(tokens[the]?.text ?? '') ? the + 1 : the;
    const day = ordinalAt(tokens, dash) ?? (dash > the ? countAt(tokens, dash) : undefined);
    const span = namedMonthAt([month], 0, today);
    return day && span && found(dayOfMonthWithin(span, day.value), from, day.to);
  }
  const at = roleAt(tokens, from) === 'the' ? from + 1 : from;
  const day = ordinalAt(tokens, at) ?? (tokens[at]?.is === 'number' ? countAt(tokens, at) : undefined);
  if (day === undefined) return undefined;
  const past = tokens[day.to]?.text === 'day' ? day.to + 1 : day.to;
  const of = ['of', 'in'].includes(tokens[past]?.text ?? '') ? past + 1 : past;
  const span =
    of > past || roleAt(tokens, of) === 'next' || roleAt(tokens, of) === 'this'
      ? (namedMonthAt(tokens, of, today) ?? monthSpanAt(tokens, of, today))
      : namedMonthAt(
          tokens,
          tokens[of]?.is === 'month' && ordinalAt(tokens, at) !== undefined ? of : -1,
          today,
        );
  return span && found(dayOfMonthWithin(span, day.value), from, span.to);
};

/** "next month", not "next week". */
const monthSpanAt = (tokens: readonly Token[], at: number, today: LocalDate) => {
  const span = wholeSpanAt(tokens, at, today);
  return span?.first.endsWith('-01') && span.last > addDays(span.first, 26) ? span : undefined;
};

/** "Monday 21", "Friday the fifteen", "Mon 13th": the nearest such date ahead, within a few years. */
const weekdayAndNumber = (
  tokens: readonly Token[],
  from: number,
  today: LocalDate,
): DateFound | undefined => {
  const weekday = weekdayAt(tokens, from);
  if (weekday === undefined) return undefined;
  const the = roleAt(tokens, from + 1) === 'the' ? from + 2 : from + 1;
  const ordinal = ordinalAt(tokens, the);
  const number = the > from + 1 ? countAt(tokens, the) : tokens[the];
  const bare =
    number !== undefined &&
    'value' in number &&
    typeof number.value === 'number' &&
    (the > from + 1 || number.value > 12)
      ? number.value
      : undefined;
  const day = ordinal?.value ?? bare;
  if (day === undefined || day < 1 || day > 31) return undefined;
  if (counted.has(tokens[ordinal?.to ?? the + 1]?.text ?? '')) return undefined;
  const to = ordinal?.to ?? (the > from + 1 ? (countAt(tokens, the)?.to ?? the + 1) : the + 1);
  if (['-', 'to', ':'].includes(tokens[to]?.text ?? '') && ordinal === undefined) return undefined;
  for (const ahead of [0, 1, -1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]) {
    const month = addMonths(`${today.slice(0, 8)}01`, ahead);
    const date = dateOfParts(yearOf(month), monthOf(month), day);
    if (date !== undefined && weekdayOf(date) === weekday) return found(date, from, to);
  }
  return undefined;
};

/** "3-7-2017", "11-12": dashes between numbers of which the last is a year or the text is nothing but a date. */
const dashedDate = (tokens: readonly Token[], from: number): DateFound | undefined => {
  if (tokens[from + 1]?.text !== '-') return undefined;
  const [month, dash, day, dash2, year] = tokens.slice(from, from + 5);
  if (month?.is !== 'number' || day?.is !== 'number' || year?.is !== 'number') return undefined;
  if (dash?.text !== '-' || dash2?.text !== '-' || year.digits !== 4) return undefined;
  const [m, d] = month.value > 12 ? [day.value, month.value] : [month.value, day.value];
  return found(dateOfParts(year.value, m, d), from, from + 5);
};

/** "The 27", "on 15", "the third": a day of this month, or the next one when it is over. */
const bareDayOfMonth = (tokens: readonly Token[], from: number, today: LocalDate): DateFound | undefined => {
  const before = tokens[from - 1]?.text ?? '';
  const the = roleAt(tokens, from) === 'the';
  const at = the ? from + 1 : from;
  if (!the && before !== 'on') return undefined;
  // "One on one" is no first of the month.
  const day = ordinalAt(tokens, at) ?? (tokens[at]?.is === 'number' ? countAt(tokens, at) : undefined);
  if (day === undefined || !Number.isInteger(day.value) || day.value < 1 || day.value > 31) return undefined;
  const next = tokens[day.to];
  if (counted.has(next?.text ?? '') || next?.is === 'plain' || next?.is === 'weekday') return undefined;
  for (const ahead of [0, 1, 2]) {
    const month = addMonths(`${today.slice(0, 8)}01`, ahead);
    const date = dateOfParts(yearOf(month), monthOf(month), day.value);
    if (date !== undefined && date >= today) return found(date, from, day.to);
  }
  return undefined;
};

const daysBeside = phraseTable<number | 'schoolday'>([
  ['next day', 1],
  ['the next day', 1],
  ['the day after', 1],
  ['following day', 1],
  ['the following day', 1],
  ['the day before', -1],
  ['previous day', -1],
  ['the last day', -1],
  ['last day', -1],
  ['past day', -1],
  ['for the day', 0],
  ['of the day', 0],
  ['my day', 0],
  ['otd', 0],
  ['next weekday', 'schoolday'],
  ['last weekday', 'schoolday'],
]);

const besideToday = (tokens: readonly Token[], from: number, today: LocalDate): DateFound | undefined => {
  const said = daysBeside.at(tokens, from);
  if (said === undefined || tokens[said.to]?.is === 'near') return undefined;
  if (said.value !== 'schoolday') return found(addDays(today, said.value), from, said.to);
  const step = said.phrase.startsWith('next') ? 1 : -1;
  let date = addDays(today, step);
  while (weekdayOf(date) > 5) date = addDays(date, step);
  return found(date, from, said.to);
};

const kinds = [
  dashedDate,
  pastWeekday,
  nthWeekday,
  ordinalOfMonth,
  weekdayAndNumber,
  besideToday,
  bareDayOfMonth,
];

/** Ways to name a day that a school rarely needs and a calendar often meets. */
export const oddDateAt = (
  tokens: readonly Token[],
  from: number,
  today: LocalDate,
): DateFound | undefined => {
  const token = tokens[from];
  if (
    token === undefined ||
    ((token.is === 'plain' || token.is === 'mark') && !beginsOddDate(token) && !beginsOrdinal(token))
  )
    return undefined;
  for (const kind of kinds) {
    const date = kind(tokens, from, today);
    if (date !== undefined) return date;
  }
  return undefined;
};

/** Words these ways begin with, beside numbers, days and months. */
export const oddDateOpeners: readonly string[] = [...daysBeside.firsts(), 'sat', 'sun', 'previous', 'day'];
const openers: ReadonlySet<string> = new Set(oddDateOpeners);
const beginsOddDate = ({ text }: Token): boolean => openers.has(text);
