import type { LocalDate, LocalTime } from '../../time.ts';
import { addDays } from '../../time.ts';
import { dateAt, settleDay } from '../date-at.ts';
import { type TimeRole, timeWords } from '../lexicon/time-words.ts';
import { relativeDateAt, relativeDateOpeners } from '../relative-date.ts';
import { timeAt } from '../time-at.ts';
import { roleAt, type Token } from '../tokens.ts';
import { type Bells, bellAt } from './bell-at.ts';
import { type DayAt, dayNames, settledAt } from './day-names.ts';
import { countAt } from './length-at.ts';
import type { Mention } from './mention.ts';
import { momentAt, momentOpeners } from './moment-at.ts';
import { oddDateOpeners } from './odd-date-at.ts';
import { ordinalAt, ordinalOpeners } from './ordinal-at.ts';
import { partAt } from './part-at.ts';
import { repeatAt, repeatOpeners } from './repeat-at.ts';
import { dayOfMonthWithin, namedMonthAt, spanOpeners, wholeSpanAt } from './whole-span-at.ts';

export interface Reading {
  readonly now: LocalTime;
  readonly bells: Bells;
}

const through: ReadonlySet<string> = new Set([
  '-',
  'to',
  'until',
  'til',
  'till',
  'thru',
  'through',
  'and',
  'untill',
]);
const rangeLeads: ReadonlySet<string> = new Set(['from', 'between']);

const dayNumberAt = (tokens: readonly Token[], at: number) => {
  const the = roleAt(tokens, at) === 'the' ? at + 1 : at;
  const day = ordinalAt(tokens, the) ?? (tokens[the]?.is === 'number' ? countAt(tokens, the) : undefined);
  return day !== undefined && day.value >= 1 && day.value <= 31 ? day : undefined;
};

/** "10 - 22 August", "Nov 16-20", "from 4 to 23 next month", "the 16th to the 18th of May". */
const daysOfMonthAt = (tokens: readonly Token[], from: number, today: LocalDate): Mention | undefined => {
  const month = tokens[from]?.is === 'month' ? tokens[from] : undefined;
  const lead = month === undefined ? from : from + 1;
  const start = rangeLeads.has(tokens[lead]?.text ?? '') ? lead + 1 : lead;
  const first = dayNumberAt(tokens, start);
  if (first === undefined || !through.has(tokens[first.to]?.text ?? '')) return undefined;
  const last = dayNumberAt(tokens, first.to + 1);
  if (last === undefined) return undefined;
  if (month !== undefined) {
    // The year may stand after the days: "August 10 - 22, 2012".
    const comma = tokens[last.to]?.text === ',' ? last.to + 1 : last.to;
    const year = tokens[comma];
    const dated = year?.is === 'number' && year.digits === 4 && year.value > 1900 && year.value < 2100;
    const span = namedMonthAt(dated ? [month, year] : [month], 0, today);
    return span && daysOf(span, first.value, last.value, from, dated ? comma + 1 : last.to);
  }
  const of = ['of', 'in'].includes(tokens[last.to]?.text ?? '') ? last.to + 1 : last.to;
  const span =
    namedMonthAt(tokens, of, today) ??
    (of > last.to || roleAt(tokens, of) !== undefined ? wholeMonthAt(tokens, of, today) : undefined);
  return span && daysOf(span, first.value, last.value, from, span.to);
};

const wholeMonthAt = (tokens: readonly Token[], at: number, today: LocalDate) => {
  const span = wholeSpanAt(tokens, at, today);
  return span?.first.endsWith('-01') ? span : undefined;
};

const daysOf = (
  span: { first: LocalDate; last: LocalDate },
  first: number,
  last: number,
  from: number,
  to: number,
): Mention | undefined => {
  const begin = dayOfMonthWithin(span, first);
  const end = dayOfMonthWithin(span, last);
  return begin !== undefined && end !== undefined && begin < end
    ? { is: 'days', first: begin, last: end, from, to }
    : undefined;
};

/** "Mon-Wed", "from Friday the 11th until Tuesday the 15th", "the 16th to the 18th". */
const dayRangeAt = (
  tokens: readonly Token[],
  from: number,
  today: LocalDate,
  dayAt: DayAt,
): Mention | undefined => {
  const start = rangeLeads.has(tokens[from]?.text ?? '') ? from + 1 : from;
  const first = settledAt(start, today, dayAt);
  if (first === undefined || !through.has(tokens[first.to]?.text ?? '')) return undefined;
  if (tokens[first.to]?.text === 'and' && start === from) return undefined;
  const last = lastDayAt(first.to + 1, first.date, today, dayAt);
  return last && first.date <= last.date
    ? { is: 'days', first: first.date, last: last.date, from, to: last.to }
    : undefined;
};

const lastDayAt = (at: number, begin: LocalDate, today: LocalDate, dayAt: DayAt) => {
  const found = dayAt(at);
  if (found === undefined) return undefined;
  const date = settleDay(
    found.said,
    found.said.is === 'weekday' && found.said.week === 'coming' ? begin : today,
    false,
  );
  return date === undefined ? undefined : { date, to: found.to };
};

/** "In two weeks on Monday": longer than the moment it begins with. */
const relativeDayMention = (tokens: readonly Token[], at: number, today: LocalDate): Mention | undefined => {
  const relative = relativeDateAt(tokens, at, today, (anchor) => dateAt(tokens, anchor, today));
  return relative && { is: 'day', said: relative.said, from: at, to: relative.to };
};

const dayMention = (at: number, dayAt: DayAt): Mention | undefined => {
  const day = dayAt(at);
  return day && { is: 'day', said: day.said, from: at, to: day.to };
};

const spanAt = (
  tokens: readonly Token[],
  at: number,
  today: LocalDate,
  dayAt: DayAt,
): Mention | undefined => {
  const span =
    wholeSpanAt(tokens, at, today, (day) => settledAt(day, today, dayAt)) ??
    (isMonthAlone(tokens, at) ? namedMonthAt(tokens, at, today) : undefined);
  if (span === undefined) return undefined;
  // "next week on Friday": the day says it all.
  const on = ['on', '-', ',', 'at'].includes(tokens[span.to]?.text ?? '') ? span.to + 1 : span.to;
  const weekday = tokens[on];
  if (weekday?.is === 'weekday' && tokens[span.to - 1]?.text === 'week' && tokens[on + 1]?.text !== 'to')
    return {
      is: 'day',
      said: { is: 'date', date: addDays(span.first, weekday.weekday - 1) },
      from: at,
      to: on + 1,
    };
  return { is: 'days', first: span.first, last: span.last, from: at, to: span.to };
};

/** A month beside the number of a day is a date. */
const isMonthAlone = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at];
  if (token?.is !== 'month') return true;
  const next = tokens[at + 1];
  const dayFollows = (next?.is === 'number' && next.digits <= 2) || next?.is === 'ordinal';
  return (
    !dayFollows &&
    (token.text.length > 3 || at > 0) &&
    !(token.text === 'may' && tokens[at - 1]?.text !== 'in')
  );
};

const clockMention = (
  tokens: readonly Token[],
  at: number,
  isDayWord: (at: number) => boolean,
): Mention | undefined => {
  const time = timeAt(tokens, at, isDayWord);
  return time && time.strength > 0 ? { is: 'clock', time, from: time.from, to: time.to } : undefined;
};

type Finder = (
  tokens: readonly Token[],
  at: number,
  reading: Reading & { readonly dayAt: DayAt },
) => Mention | undefined;

interface Way {
  readonly sorts: readonly Token['is'][];
  /** 'any': the school's own names. */
  readonly words: readonly string[] | 'any';
  readonly find: Finder;
}

const daySorts: Way['sorts'] = ['weekday', 'near', 'month', 'date', 'ordinal', 'number', 'spelled'];
/** "For Tuesday", "next Tuesday", "the past Tuesday". */
const dayRoles: ReadonlySet<TimeRole> = new Set([
  'on',
  'for',
  'the',
  'this',
  'next',
  'last',
  'every',
  'past',
]);
const dayOpeners = [
  ...timeWords.flatMap(([word, role]) => (dayRoles.has(role) ? [word] : [])),
  ...[...oddDateOpeners, ...ordinalOpeners, ...relativeDateOpeners],
];

/** The ways to say a time, longest reach first, each with the words and sorts of token it can begin with. */
const ways: readonly Way[] = [
  { sorts: ['weekday'], words: repeatOpeners, find: repeatAt },
  { sorts: [], words: 'any', find: (tokens, at, { bells }) => bellAt(tokens, at, bells) },
  {
    sorts: ['number', 'ordinal', 'spelled', 'month'],
    words: [...rangeLeads, 'the', ...ordinalOpeners],
    find: (tokens, at, { now }) => daysOfMonthAt(tokens, at, now.date),
  },
  {
    sorts: daySorts,
    words: [...dayOpeners, ...rangeLeads],
    find: (tokens, at, { now, dayAt }) => dayRangeAt(tokens, at, now.date, dayAt),
  },
  {
    sorts: ['month', 'month-of-year', 'number', 'ordinal'],
    words: [...spanOpeners, ...ordinalOpeners],
    find: (tokens, at, { now, dayAt }) => spanAt(tokens, at, now.date, dayAt),
  },
  {
    sorts: ['number', 'spelled'],
    words: relativeDateOpeners,
    find: (tokens, at, { now }) => relativeDayMention(tokens, at, now.date),
  },
  {
    sorts: ['number', 'spelled', 'decimal', 'amount', 'length'],
    words: momentOpeners,
    find: (tokens, at, { now, dayAt }) =>
      momentAt(tokens, at, now, (anchor) => settledAt(anchor, now.date, dayAt)),
  },
  { sorts: daySorts, words: dayOpeners, find: (_, at, { dayAt }) => dayMention(at, dayAt) },
];

const openers: ReadonlySet<string> = new Set(ways.flatMap(({ words }) => (words === 'any' ? [] : words)));
/** By sort, and by word where the word opens something: worked out once for each. */
const known = new Map<string, readonly Finder[]>();

const findersOf = ({ is, text }: Token): readonly Finder[] => {
  const key = openers.has(text) ? `${is} ${text}` : is;
  const before = known.get(key);
  if (before !== undefined) return before;
  const finders = ways
    .filter(({ sorts, words }) => words === 'any' || words.includes(text) || sorts.includes(is))
    .map(({ find }) => find);
  known.set(key, finders);
  return finders;
};

const firstFound: Finder = (tokens, at, reading) => {
  const token = tokens[at];
  if (token === undefined) return undefined;
  for (const find of findersOf(token)) {
    const mention = find(tokens, at, reading);
    if (mention !== undefined) return mention;
  }
  return undefined;
};

/** Everything a text says about time, in its order; nothing is said twice. */
export const mentionsIn = (tokens: readonly Token[], reading: Reading): readonly Mention[] => {
  const found: Mention[] = [];
  const looking = { ...reading, dayAt: dayNames(tokens, reading.now.date) };
  const dayWords = new Set<number>();
  const isDayWord = (at: number) => dayWords.has(at);
  for (let at = 0; at < tokens.length; ) {
    const mention =
      firstFound(tokens, at, looking) ??
      partAt(tokens, at, found.at(-1)?.to === at && isDayWord(at - 1)) ??
      clockMention(tokens, at, isDayWord);
    if (mention === undefined) {
      at += 1;
      continue;
    }
    found.push(mention);
    if (mention.is === 'day' || mention.is === 'days' || mention.is === 'repeat')
      for (let word = mention.from; word < mention.to; word += 1) dayWords.add(word);
    at = mention.to;
  }
  return found;
};
