import type { DateSpan } from '../calendar/school-calendar.ts';
import { addDays, type LocalDate, type LocalTime, mondayOf } from '../time.ts';
import { dateAt, settleDay } from './date-at.ts';
import { weekPhrases } from './lexicon/change-words.ts';
import { normalize } from './normalize.ts';
import { phraseTable } from './phrases.ts';
import { SCHOOL_IS_OUT } from './read-when.ts';
import { type Token, tokenize } from './tokens.ts';
import { withoutRanges } from './without-ranges.ts';

export interface DatesFound {
  /** In order, none touching another. */
  readonly spans: readonly DateSpan[];
  /** "Until Wednesday", which some mean with Wednesday and some without: the day in doubt, left out here. */
  readonly untilDoubt?: LocalDate;
  /** The text without the days, so that "Dec 1-5" is not read as an hour too. */
  readonly rest: string;
}

const weeks = phraseTable(weekPhrases);
const through: ReadonlySet<string> = new Set(['-', 'to', 'thru', 'through', 'until', 'till', 'til']);
const including: ReadonlySet<string> = new Set(['thru', 'through']);
const until: ReadonlySet<string> = new Set(['until', 'untill', 'till', 'til']);

interface Named extends DateSpan {
  readonly from: number;
  readonly to: number;
}

/** Monday to Friday; of a week that runs already only what is left, and on a weekend the one to come. */
const weekSpan = (week: 'this' | 'next', today: LocalDate): DateSpan => {
  const monday = addDays(mondayOf(today), week === 'next' ? 7 : 0);
  const friday = addDays(monday, 4);
  if (today > friday) return { start: addDays(monday, 7), end: addDays(friday, 7) };
  return { start: today > monday ? today : monday, end: friday };
};

const namedAt = (
  tokens: readonly Token[],
  at: number,
  { date: today, minute }: LocalTime,
): Named | undefined => {
  const day = dateAt(tokens, at, today);
  // "Friday", said on a Friday when school is out, is the next one.
  const date = day && settleDay(day.said, today, minute >= SCHOOL_IS_OUT);
  if (day && date !== undefined) return { start: date, end: date, from: at, to: day.to };
  const week = weeks.at(tokens, at);
  return week && { ...weekSpan(week.value, today), from: at, to: week.to };
};

/** "Dec 1-5": the second number is a day of the same month. */
const dayOfMonthAt = (tokens: readonly Token[], at: number, first: Named): Named | undefined => {
  const token = tokens[at];
  const monthSaid = tokens.slice(first.from, first.to).some(({ is }) => is === 'month' || is === 'date');
  const day =
    token?.is === 'number' && token.digits <= 2 ? token.value : token?.is === 'ordinal' ? token.day : 0;
  const ahead = day - Number(first.end.slice(8));
  if (!monthSaid || ahead <= 0 || day > 31) return undefined;
  const date = addDays(first.end, ahead);
  return { start: date, end: date, from: at, to: at + 1 };
};

/** Which days somebody names, seen from now: "Thu and Fri", "all week", "until Wednesday", "Dec 1 to 5". */
export const readDates = (text: string, now: LocalTime): DatesFound => {
  const plain = normalize(text);
  const tokens = tokenize(plain);
  const spans: DateSpan[] = [];
  const used: { from: number; to: number }[] = [];
  let untilDoubt: LocalDate | undefined;
  let last: Named | undefined;
  for (let at = 0; at < tokens.length; ) {
    const isRange: boolean =
      last !== undefined && at === last.to + 1 && through.has(tokens[at - 1]?.text ?? '');
    const named: Named | undefined =
      namedAt(tokens, at, now) ?? (isRange && last ? dayOfMonthAt(tokens, at, last) : undefined);
    if (named === undefined) {
      at += 1;
      continue;
    }
    const lead = tokens[at - 1]?.text ?? '';
    if (isRange && last)
      spans[spans.length - 1] = { start: last.start, end: notBefore(last.start, named.end) };
    else if (until.has(lead) && named.start > now.date) {
      spans.push({ start: now.date, end: addDays(named.start, -1) });
      untilDoubt = named.start;
    } else if (including.has(lead) && named.start >= now.date)
      spans.push({ start: now.date, end: named.end });
    else spans.push({ start: named.start, end: named.end });
    used.push({
      from: tokens[isRange || until.has(lead) || including.has(lead) ? at - 1 : at]?.from ?? 0,
      to: tokens[named.to - 1]?.to ?? 0,
    });
    last = named;
    at = named.to;
  }
  const rest = withoutRanges(plain, used);
  return { spans: joined(spans), rest, ...(untilDoubt === undefined ? {} : { untilDoubt }) };
};

/** "Thursday to Tuesday" said on a Wednesday ends in the next week, "the 14th to Tuesday" in that of the 14th or after. */
const notBefore = (start: LocalDate, end: LocalDate): LocalDate => {
  let day = end;
  while (day < start) day = addDays(day, 7);
  return day;
};

const latest = (a: LocalDate, b: LocalDate): LocalDate => (a > b ? a : b);

/** One after the other are one span; nothing of a weekend between them parts a Friday from a Monday. */
const joined = (spans: readonly DateSpan[]): DateSpan[] => {
  const merged: DateSpan[] = [];
  for (const span of spans.toSorted((a, b) => a.start.localeCompare(b.start))) {
    const before = merged.at(-1);
    if (before !== undefined && span.start <= addDays(before.end, 1))
      merged[merged.length - 1] = { start: before.start, end: latest(span.end, before.end) };
    else merged.push(span);
  }
  return merged;
};
