import type { LocalDate } from '../../time.ts';
import { addDays, mondayOf, weekdayOf } from '../../time.ts';
import { settleDay } from '../date-at.ts';
import { SCHOOL_IS_OUT } from '../read-when.ts';
import { isDenied } from './offered.ts';
import type { Said } from './said.ts';
import { textBefore, textIn } from './stretch.ts';
import type { TimeHeard } from './times-heard.ts';
import type { MessageContext } from './understanding.ts';

/** More school days than this in one message are a term, not an answer. */
const LONGEST = 31;

const schoolDays = (first: LocalDate, last: LocalDate): LocalDate[] => {
  const days: LocalDate[] = [];
  for (let day = first; day <= last && days.length <= LONGEST; day = addDays(day, 1))
    if (weekdayOf(day) <= 5) days.push(day);
  return days;
};

/** A weekday alone is the coming one, or that of the week asked about, when that lies further ahead. */
const settle = (said: Said, time: TimeHeard, context: MessageContext): LocalDate[] => {
  const days = settleAlone(time, context);
  const [day] = days;
  if (day === undefined || time.mention.is !== 'day') return days;
  const before = textBefore(said.plain, time, 12);
  if (/(?<!\bme )\b(?:through|thru) $/iu.test(before)) return schoolDays(context.now.date, day);
  // "Out til Wednesday": on Wednesday she is back.
  if (/\b(?:out|off|gone|away|absent|sick) (?:until|til|till) $/iu.test(textBefore(said.plain, time, 15)))
    return schoolDays(context.now.date, addDays(day, -1));
  return days;
};

const settleAlone = (time: TimeHeard, { now, asked }: MessageContext): LocalDate[] => {
  const { mention } = time;
  const isAhead = asked !== undefined && mondayOf(asked.day) > now.date;
  const anchor = isAhead ? mondayOf(asked.day) : now.date;
  const over = anchor === now.date && now.minute >= SCHOOL_IS_OUT;
  if (mention.is === 'day') {
    const coming = mention.said.is === 'weekday' && mention.said.week === 'coming';
    const day = settleDay(mention.said, coming ? anchor : now.date, coming && over);
    return day === undefined ? [] : [day];
  }
  if (mention.is === 'repeat')
    return mention.weekdays.flatMap((weekday) => {
      const day = settleDay({ is: 'weekday', weekday, week: 'coming' }, anchor, over);
      return day === undefined ? [] : [day];
    });
  if (mention.is === 'part' && mention.today) return [now.date];
  if (mention.is === 'moment' && !mention.clock) return [mention.start.date];
  if (mention.is !== 'days') return [];
  // On a Sunday "all week" is the one that begins tomorrow.
  const ahead = weekdayOf(now.date) > 5 && isWholeWeek(time) && mention.first === mondayOf(now.date);
  return ahead
    ? schoolDays(addDays(mention.first, 7), addDays(mention.last, 7))
    : schoolDays(mention.first, mention.last);
};

export const isWholeWeek = (time: TimeHeard): boolean =>
  time.mention.is === 'days' &&
  mondayOf(time.mention.first) === time.mention.first &&
  time.mention.last > addDays(time.mention.first, 4);

/** "Not before December": a stretch nobody plans a visit by. */
export const isWholeMonth = ({ mention }: TimeHeard): boolean =>
  mention.is === 'days' && mention.first.endsWith('-01') && mention.last >= addDays(mention.first, 27);

/** "Build my week for next week": the one that is named. */
const weeks = (said: Said, times: readonly TimeHeard[]): readonly TimeHeard[] => {
  const named = times.filter((time) => !/^my\b/iu.test(textIn(said.plain, time)));
  return named.length > 0 ? named : times;
};

/** The days these places name, ascending; a week gives way to days of it that are named beside it. */
export const daysOf = (
  said: Said,
  times: readonly TimeHeard[],
  context: MessageContext,
  denied = false,
): readonly LocalDate[] => {
  const meant = times.filter((time) => denied || !isDenied(said, time));
  const single = meant.filter((time) => !isWholeWeek(time)).flatMap((time) => settle(said, time, context));
  const chosen =
    single.length > 0 ? single : weeks(said, meant).flatMap((time) => settle(said, time, context));
  const days = [...new Set(chosen)].toSorted();
  return days.length > LONGEST ? [] : days;
};
