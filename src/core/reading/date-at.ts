import type { LocalDate, Weekday } from '../time.ts';
import { addDays, mondayOf } from '../time.ts';
import { calendarDateAt, skip } from './calendar-date.ts';
import type { DateFound, DateSaid } from './date-found.ts';
import { numberedThings } from './lexicon/numbers.ts';
import { relativeDateAt } from './relative-date.ts';
import { roleAt, type Token } from './tokens.ts';

const numbered = new Set(numberedThings);

const saidOf = (date: LocalDate | undefined): DateSaid =>
  date === undefined ? { is: 'none' } : { is: 'date', date };

const weekOf = (role: string | undefined): 'this' | 'next' | 'last' | undefined =>
  role === 'this' || role === 'next' || role === 'last' ? role : undefined;

/** A bare number right after a weekday is an hour, unless a month follows ("Tue 10 Nov"). */
const isHourAfterDay = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.is === 'number' && tokens[at + 1]?.is !== 'month' && tokens[at + 2]?.is !== 'month';

/** "Sat, Nov 14": beside a date the short words can only be days. */
const weekendBeforeDate = (
  tokens: readonly Token[],
  at: number,
): { is: 'weekday'; weekday: Weekday } | undefined => {
  const text = tokens[at]?.text;
  if ((text !== 'sat' && text !== 'sun') || tokens[skip(tokens, at + 1, ',')]?.is !== 'month')
    return undefined;
  return { is: 'weekday', weekday: text === 'sat' ? 6 : 7 };
};

/** The day named exactly here, with the small words that belong to it. */
export const dateAt = (tokens: readonly Token[], from: number, today: LocalDate): DateFound | undefined => {
  let at = roleAt(tokens, from) === 'on' || roleAt(tokens, from) === 'for' ? from + 1 : from;
  const relative = relativeDateAt(tokens, at, today, (anchor) => dateAt(tokens, anchor, today));
  if (relative !== undefined) return { ...relative, from };
  const near = tokens[at];
  if (near?.is === 'near') return { said: { is: 'date', date: addDays(today, near.days) }, from, to: at + 1 };

  let week = weekOf(roleAt(tokens, at));
  if (week !== undefined) at = roleAt(tokens, at + 1) === 'week' ? at + 2 : at + 1;
  else if (
    roleAt(tokens, at) === 'every' ||
    (roleAt(tokens, at) === 'the' && tokens[at + 1]?.is === 'weekday')
  )
    at += 1;
  if (week !== undefined) at = skip(tokens, at, 'on');

  const day = weekendBeforeDate(tokens, at) ?? tokens[at];
  if (day?.is !== 'weekday') {
    const found = week === undefined ? calendarDateAt(tokens, at, today, undefined) : undefined;
    if (found === undefined || numbered.has(tokens[from - 1]?.text ?? '')) return undefined;
    return { said: saidOf(found.date), from, to: found.to };
  }
  const calendar = calendarDateAt(tokens, skip(tokens, at + 1, ','), today, day.weekday);
  if (calendar !== undefined && !isHourAfterDay(tokens, skip(tokens, at + 1, ',')))
    return { said: saidOf(calendar.date), from, to: calendar.to };
  let to = at + 1;
  if (tokens[to]?.text === 'after' && tokens[to + 1]?.text === 'next') {
    const date = addDays(mondayOf(today), 14 + day.weekday - 1);
    return { said: { is: 'date', date }, from, to: to + 2 };
  }
  const after = skip(tokens, to, 'of');
  const later = weekOf(roleAt(tokens, after));
  if (week === undefined && later !== undefined && roleAt(tokens, after + 1) === 'week') {
    week = later;
    to = after + 2;
  }
  return { said: { is: 'weekday', weekday: day.weekday, week: week ?? 'coming' }, from, to };
};

/** The date a named day is, seen from now; `over` tells whether the time named with it has gone by today. */
export const settleDay = (said: DateSaid, today: LocalDate, over: boolean): LocalDate | undefined => {
  if (said.is === 'none') return undefined;
  if (said.is === 'date') return said.date;
  const inWeek = (monday: LocalDate) => addDays(monday, said.weekday - 1);
  const monday = mondayOf(today);
  if (said.week === 'next') return inWeek(addDays(monday, 7));
  if (said.week === 'last') return inWeek(addDays(monday, -7));
  const here = inWeek(monday);
  return here < today || (here === today && over && said.week === 'coming') ? addDays(here, 7) : here;
};
