import type { LocalDate, LocalTime, Minute, Weekday } from '../time.ts';
import { addDays } from '../time.ts';
import { chooseTimes } from './choose-times.ts';
import type { ClockSaid } from './clock-at.ts';
import { settleDay } from './date-at.ts';
import { normalize } from './normalize.ts';
import type { Half } from './number-token.ts';
import { SCHOOL_IS_OUT } from './read-when.ts';
import { settleTime } from './settle-time.ts';
import type { TimeFound } from './time-at.ts';
import type { Bells } from './time-phrase/bell-at.ts';
import type { Mention } from './time-phrase/mention.ts';
import { mentionsIn } from './time-phrase/mentions.ts';
import { tokenize } from './tokens.ts';

/** A date alone has no minute. */
export interface Moment {
  readonly date: LocalDate;
  readonly minute: Minute | undefined;
}

export type TimePhrase =
  | { readonly is: 'span'; readonly start: Moment; readonly end: Moment | undefined }
  | {
      readonly is: 'repeat';
      readonly weekdays: readonly Weekday[];
      readonly everyWeeks: number;
      readonly start: Minute | undefined;
      readonly end: Minute | undefined;
    }
  | { readonly is: 'nothing' };

export interface PhraseContext {
  readonly now: LocalTime;
  readonly bells: Bells;
  /** A bare hour is one of the school day. */
  readonly schoolDay: boolean;
}

type Of<Is extends Mention['is']> = Extract<Mention, { is: Is }>;
const pick = <Is extends Mention['is']>(mentions: readonly Mention[], is: Is): Of<Is>[] =>
  mentions.filter((mention): mention is Of<Is> => mention.is === is);

/** "In the evening at 7": the part of the day tells which seven. */
const halfIn = (part: Of<'part'> | undefined, clock: ClockSaid): Half | undefined => {
  if (part === undefined || clock.half !== undefined || clock.hour > 12) return clock.half;
  if (part.end <= 12 * 60) return 'am';
  const small = clock.hour < 5 || clock.hour === 12;
  if (part.start >= 20 * 60) return small ? 'am' : 'pm';
  if (part.start >= 12 * 60) return 'pm';
  return clock.hour < 7 || clock.hour === 12 ? 'pm' : 'am';
};

interface Hours {
  readonly start: Minute | undefined;
  readonly end: Minute | undefined;
}

const minuteAsSaid = ({ hour, minute, half }: ClockSaid): Minute =>
  ((half === undefined ? hour : (hour % 12) + (half === 'pm' ? 12 : 0)) * 60 + minute) % 1440;

/** Past midnight an end is the next day's: more than 1440. */
const overnight = (time: Partial<Pick<TimeFound, 'start' | 'end' | 'minutes'>>): Hours | undefined => {
  const { start, end, minutes } = time;
  if (start === undefined || start.hour > 24 || start.minute > 59) return undefined;
  const begin = minuteAsSaid(start);
  if (minutes !== undefined) return { start: begin, end: begin + minutes };
  if (end === undefined || end.hour > 24 || end.minute > 59) return undefined;
  const said = minuteAsSaid(end);
  const halfOn = end.half === undefined && said + 720 > begin && said + 720 < 1440 ? said + 720 : said + 1440;
  return { start: begin, end: said > begin ? said : halfOn };
};

const hoursOf = (mentions: readonly Mention[], schoolDay: boolean): Hours => {
  const [part] = pick(mentions, 'part');
  const times = chooseTimes(pick(mentions, 'clock').map(({ time }) => time));
  if (times.length === 0) return part === undefined ? { start: undefined, end: undefined } : partHours(part);
  const settled = (clock: ClockSaid | undefined): ClockSaid | undefined =>
    clock && { ...clock, half: halfIn(part, clock) ?? (schoolDay || clock.hour > 12 ? undefined : 'am') };
  const found = {
    start: settled(times.find(({ start }) => start !== undefined)?.start),
    end: times.find(({ end }) => end !== undefined)?.end,
    minutes: times.find(({ minutes }) => minutes !== undefined)?.minutes,
  };
  const time = { ...found, end: found.end && { ...found.end, half: halfIn(part, found.end) } };
  const hours = settleTime(time);
  if (hours.ok) return hours.start === undefined ? { start: hours.end, end: undefined } : hours;
  return overnight(time) ?? { start: undefined, end: undefined };
};

const partHours = ({ start, end, point }: Of<'part'>): Hours => ({ start, end: point ? undefined : end });

/** Of several days the one beside the hour. */
const dayOf = (mentions: readonly Mention[]): Of<'day'> | undefined => {
  const days = pick(mentions, 'day');
  const [clock] = pick(mentions, 'clock');
  if (clock === undefined) return days[0];
  const distance = (day: Of<'day'>) => (day.to <= clock.from ? clock.from - day.to : day.from - clock.to);
  return days.toSorted((a, b) => distance(a) - distance(b))[0];
};

const momentAfter = (date: LocalDate, minute: Minute): Moment => ({
  date: addDays(date, Math.floor(minute / 1440)),
  minute: minute % 1440,
});

const spanOf = (mentions: readonly Mention[], { now, schoolDay }: PhraseContext): TimePhrase => {
  const [bell] = pick(mentions, 'bell');
  const said = hoursOf(mentions, schoolDay);
  const hours: Hours = said.start === undefined && bell !== undefined ? bell : said;
  const [moment] = pick(mentions, 'moment');
  const day = dayOf(mentions);
  if (moment !== undefined && day === undefined) {
    const { start, end, clock } = moment;
    if (!clock) return { is: 'span', start: { date: start.date, minute: hours.start }, end: undefined };
    return { is: 'span', start, end };
  }
  const [days] = pick(mentions, 'days');
  if (day === undefined && days !== undefined) {
    const timed = (date: LocalDate, minute: Minute | undefined): Moment => ({ date, minute });
    if (hours.start === undefined)
      return { is: 'span', start: timed(days.first, undefined), end: timed(days.last, undefined) };
    return { is: 'span', start: timed(days.first, hours.start), end: timed(days.last, hours.end) };
  }
  if (day === undefined && hours.start === undefined) return { is: 'nothing' };
  const over = now.minute >= (hours.end ?? hours.start ?? SCHOOL_IS_OUT);
  const date = day === undefined ? now.date : settleDay(day.said, now.date, over);
  if (date === undefined) return { is: 'nothing' };
  return {
    is: 'span',
    start: { date, minute: hours.start },
    end: hours.end === undefined ? undefined : momentAfter(date, hours.end),
  };
};

/** When a phrase means, whatever else it says: a span, a repetition, or nothing. Never throws. */
export const readTimePhrase = (text: string, context: PhraseContext): TimePhrase => {
  const mentions = mentionsIn(tokenize(normalize(text)), context);
  const [repeat] = pick(mentions, 'repeat');
  if (repeat === undefined) return spanOf(mentions, context);
  const { start, end } = hoursOf(mentions, context.schoolDay);
  return { is: 'repeat', weekdays: repeat.weekdays, everyWeeks: repeat.everyWeeks, start, end };
};
