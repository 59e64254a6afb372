import type { DateSpan } from '../calendar/school-calendar.ts';
import { addDays, type LocalDate, mondayOf } from '../time.ts';
import { dateAt, settleDay } from './date-at.ts';
import { weekPhrases } from './lexicon/change-words.ts';
import { normalize } from './normalize.ts';
import { phraseTable } from './phrases.ts';
import { roleAt, type Token, tokenize } from './tokens.ts';

export interface DatesFound {
  /** In order, none touching another. */
  readonly spans: readonly DateSpan[];
  /** "Until Wednesday", which some mean with Wednesday and some without: the day in doubt, left out here. */
  readonly untilDoubt?: LocalDate;
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

const namedAt = (tokens: readonly Token[], at: number, today: LocalDate): Named | undefined => {
  const day = dateAt(tokens, at, today);
  const date = day && settleDay(day.said, today, false);
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

/** Which days somebody names, seen from today: "Thu and Fri", "all week", "until Wednesday", "Dec 1 to 5". */
export const readDates = (text: string, today: LocalDate): DatesFound => {
  const tokens = tokenize(normalize(text));
  const spans: DateSpan[] = [];
  let doubt: LocalDate | undefined;
  let last: Named | undefined;
  for (let at = 0; at < tokens.length; ) {
    const joint = last === undefined ? undefined : tokens[at - 1]?.text;
    const ranged: boolean = last !== undefined && at === last.to + 1 && through.has(joint ?? '');
    const named: Named | undefined =
      namedAt(tokens, at, today) ??
      (ranged && last !== undefined ? dayOfMonthAt(tokens, at, last) : undefined);
    if (named === undefined) {
      at += 1;
      continue;
    }
    const lead = tokens[at - 1]?.text ?? '';
    if (ranged && last !== undefined) {
      const end = later(named.end, last.start);
      spans[spans.length - 1] = { start: last.start, end };
    } else if (roleAt(tokens, at - 1) === 'until' && until.has(lead) && named.start > today) {
      spans.push({ start: today, end: addDays(named.start, -1) });
      doubt = named.start;
    } else if (including.has(lead) && named.start >= today) {
      spans.push({ start: today, end: named.end });
    } else {
      spans.push({ start: named.start, end: named.end });
    }
    last = named;
    at = named.to;
  }
  return { spans: joined(spans), ...(doubt === undefined ? {} : { untilDoubt: doubt }) };
};

/** "Thursday to Tuesday" said on a Wednesday ends in the next week. */
const later = (end: LocalDate, start: LocalDate): LocalDate => (end < start ? addDays(end, 7) : end);

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
