import type { LocalDate, LocalTime } from '../../time.ts';
import { addDays, weekdayOf } from '../../time.ts';
import type { Length } from '../lexicon/units.ts';
import { phraseTable } from '../phrases.ts';
import { roleAt, type Token } from '../tokens.ts';
import { shiftDate, shiftTime } from './calendar.ts';
import { countOpeners, lengthAt } from './length-at.ts';
import type { Mention } from './mention.ts';

type Direction = 'ahead' | 'back';

const before = phraseTable<Direction>([
  ['in', 'ahead'],
  ['in about', 'ahead'],
  ['in around', 'ahead'],
  ['in the next', 'ahead'],
  ['within', 'ahead'],
  ['within the next', 'ahead'],
  ['within about', 'ahead'],
  ['within around', 'ahead'],
  ['after', 'ahead'],
  ['wait for', 'ahead'],
  ['give it', 'ahead'],
  ['+', 'ahead'],
  ['-', 'back'],
]);

const after = phraseTable<Direction>([
  ['ago', 'back'],
  ['before', 'back'],
  ['earlier', 'back'],
  ['back', 'back'],
  ['later', 'ahead'],
  ['after', 'ahead'],
  ['from now', 'ahead'],
  ['from today', 'ahead'],
  ['out', 'ahead'],
  ['hence', 'ahead'],
  ['in the future', 'ahead'],
  ['time', 'ahead'],
]);

/** "The next 5 hours": a stretch from now on, or up to now. */
const stretches = phraseTable<Direction>([
  ['next', 'ahead'],
  ['the next', 'ahead'],
  ['coming', 'ahead'],
  ['the coming', 'ahead'],
  ['upcoming', 'ahead'],
  ['following', 'ahead'],
  ['last', 'back'],
  ['the last', 'back'],
  ['past', 'back'],
  ['the past', 'back'],
  ['previous', 'back'],
  ['the previous', 'back'],
]);

const present = phraseTable<true>([
  ['now', true],
  ['right now', true],
  ['at the moment', true],
  ['at the minute', true],
  ['at present', true],
  ['at the present time', true],
  ['at this time', true],
  ['currently', true],
  ['asap', true],
]);

export const momentOpeners: readonly string[] = [
  ...[...before.firsts(), ...stretches.firsts(), ...present.firsts(), ...countOpeners],
  ...['the', '~', 'about'],
];

const momentOf = (
  now: LocalTime,
  length: Length,
  direction: Direction,
  from: number,
  to: number,
): Mention | undefined => {
  const start = shiftTime(now, length, direction === 'ahead' ? 1 : -1);
  const clock = length.minutes > 0;
  return start && { is: 'moment', start, end: undefined, clock, from, to };
};

const isSchoolDay = (date: LocalDate): boolean => weekdayOf(date) <= 5;

/** "In four business days" passes over weekends. */
const businessDays = (today: LocalDate, count: number, sign: 1 | -1): LocalDate => {
  let date = today;
  for (let left = Math.min(count, 400); left > 0; ) {
    date = addDays(date, sign);
    if (isSchoolDay(date)) left -= 1;
  }
  return date;
};

const stretchOf = (
  now: LocalTime,
  length: Length,
  direction: Direction,
  business: boolean,
  from: number,
  to: number,
): Mention | undefined => {
  const sign = direction === 'ahead' ? 1 : -1;
  if (length.minutes > 0) {
    const other = shiftTime(now, length, sign);
    if (other === undefined) return undefined;
    const [start, end] = sign === 1 ? [now, other] : [other, now];
    return { is: 'moment', start, end, clock: true, from, to };
  }
  const edge = business ? businessDays(now.date, length.days, sign) : shiftDate(now.date, length, sign);
  if (edge === undefined) return undefined;
  const nextDay = business ? businessDays(now.date, 1, sign) : addDays(now.date, sign);
  return sign === 1
    ? { is: 'days', first: nextDay, last: edge, from, to }
    : { is: 'days', first: edge, last: nextDay, from, to };
};

/** A time counted from now: "in 5 minutes", "two weeks ago", "the next 3 days", "now". */
export const momentAt = (
  tokens: readonly Token[],
  from: number,
  now: LocalTime,
  dayAt: (at: number) => { date: LocalDate; to: number } | undefined,
): Mention | undefined => {
  const nows = present.at(tokens, from);
  if (nows !== undefined) return { is: 'moment', start: now, end: undefined, clock: true, from, to: nows.to };

  const stretch = stretches.at(tokens, from);
  const counted = stretch && lengthAt(tokens, stretch.to);
  if (stretch !== undefined && counted !== undefined) {
    const business = tokens.slice(from, counted.to).some((token) => token.text === 'business');
    return stretchOf(now, counted, stretch.value, business, from, counted.to);
  }
  const lead = before.at(tokens, from);
  const start = lead?.to ?? (roleAt(tokens, from) === 'the' ? from + 1 : from);
  const about = roleAt(tokens, start) === 'about' ? start + 1 : start;
  const length = lengthAt(tokens, about);
  if (length === undefined) return undefined;
  const tail = after.at(tokens, length.to);
  const anchored = ['from', 'after', 'before'].includes(tokens[length.to]?.text ?? '');
  const anchor = anchored ? dayAt(length.to + 1) : undefined;
  if (anchor !== undefined) {
    const sign = tokens[length.to]?.text === 'before' ? -1 : 1;
    const date = shiftDate(anchor.date, length, sign);
    return date === undefined ? undefined : { is: 'day', said: { is: 'date', date }, from, to: anchor.to };
  }
  if (lead?.value === 'ahead' && tokens.slice(about, length.to).some((token) => token.text === 'business')) {
    const date = businessDays(now.date, length.days, 1);
    return { is: 'day', said: { is: 'date', date }, from, to: length.to };
  }
  if (lead !== undefined) return momentOf(now, length, lead.value, from, length.to);
  if (tail !== undefined) return momentOf(now, length, tail.value, from, tail.to);
  return undefined;
};
