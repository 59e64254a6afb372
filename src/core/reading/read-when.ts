import type { LocalDate, LocalTime, Minute } from '../time.ts';
import { chooseTimes } from './choose-times.ts';
import { dateAt, settleDay } from './date-at.ts';
import type { DateFound } from './date-found.ts';
import { normalize } from './normalize.ts';
import { settleTime } from './settle-time.ts';
import { type TimeFound, timeAt } from './time-at.ts';
import { type Token, tokenize } from './tokens.ts';
import { withoutRanges } from './without-ranges.ts';

type WhenFault = 'past' | 'no-such-date' | 'no-such-time' | 'ends-before-start';

export type WhenResult =
  | {
      readonly ok: true;
      readonly date?: LocalDate;
      readonly start?: Minute;
      readonly end?: Minute;
      /** The text without the words for the time. */
      readonly rest: string;
    }
  | { readonly ok: false; readonly why: WhenFault; readonly said: string };

/** After this a weekday said on that same weekday, without a time, is next week's. */
export const SCHOOL_IS_OUT: Minute = 15 * 60;

const joiners: ReadonlySet<string> = new Set(['/', '&', '-', 'and', 'or']);

const allDates = (tokens: readonly Token[], today: LocalDate): readonly DateFound[] => {
  const found: DateFound[] = [];
  for (let at = 0; at < tokens.length; ) {
    const date = dateAt(tokens, at, today);
    const last = found.at(-1);
    // "Tues/Thurs", "Mon-Wed": one mention, counted from its first day.
    const joined = last?.said.is === 'weekday' && date?.said.is === 'weekday' && last.to + 1 === date.from;
    if (date !== undefined && joined && joiners.has(tokens[last.to]?.text ?? ''))
      found[found.length - 1] = { ...last, to: date.to };
    else if (date !== undefined) found.push(date);
    at = date?.to ?? at + 1;
  }
  return found;
};

const allTimes = (tokens: readonly Token[], dates: readonly DateFound[]): readonly TimeFound[] => {
  const dayWords = new Set(dates.flatMap(({ from, to }) => tokens.slice(from, to).map((_, at) => from + at)));
  const isDayWord = (index: number) => dayWords.has(index);
  const found: TimeFound[] = [];
  for (let at = 0; at < tokens.length; ) {
    const time = isDayWord(at) ? undefined : timeAt(tokens, at, isDayWord);
    if (time !== undefined) found.push(time);
    at = time?.to ?? at + 1;
  }
  return found.filter((time) => time.strength > 0);
};

/** Of several days the one next to the time ("can't Tues, how about Thursday 9:30"), else the first. */
const chooseDate = (dates: readonly DateFound[], time: TimeFound | undefined): DateFound | undefined => {
  if (time === undefined) return dates[0];
  const distance = (date: DateFound) => (date.to <= time.from ? time.from - date.to : date.from - time.to);
  return dates.toSorted((a, b) => distance(a) - distance(b))[0];
};

const isBefore = (date: LocalDate, last: Minute | undefined, now: LocalTime): boolean =>
  date < now.date || (date === now.date && last !== undefined && last < now.minute);

/** When somebody means, seen from `now`. Always gives an answer, whatever the text. */
export const readWhen = (text: string, now: LocalTime): WhenResult => {
  const plain = normalize(text);
  const tokens = tokenize(plain);
  const dates = allDates(tokens, now.date);
  const times = chooseTimes(allTimes(tokens, dates));
  const date = chooseDate(dates, times[0]);
  const used = [...(date === undefined ? [] : [date]), ...times].map(({ from, to }) => ({
    from: tokens[from]?.from ?? 0,
    to: tokens[to - 1]?.to ?? 0,
  }));
  const said = used
    .toSorted((a, b) => a.from - b.from)
    .map(({ from, to }) => plain.slice(from, to))
    .join(' ');

  const time = settleTime({
    start: times.find((one) => one.start !== undefined)?.start,
    end: times.find((one) => one.end !== undefined)?.end,
    minutes: times.find((one) => one.minutes !== undefined)?.minutes,
  });
  if (!time.ok) return { ok: false, why: time.why, said };
  const { start, end } = time;
  const rest = withoutRanges(plain, used);
  const hours = { ...(start === undefined ? {} : { start }), ...(end === undefined ? {} : { end }) };
  if (date === undefined) return { ok: true, ...hours, rest };

  const last = end ?? start;
  const over = now.minute >= (last ?? SCHOOL_IS_OUT);
  const day = settleDay(date.said, now.date, over);
  if (day === undefined) return { ok: false, why: 'no-such-date', said };
  if (isBefore(day, last, now)) return { ok: false, why: 'past', said };
  return { ok: true, date: day, ...hours, rest };
};
