import type { Minute } from '../time.ts';
import { amountAt, type ClockSaid, clockAt } from './clock-at.ts';
import { visitNouns } from './lexicon/numbers.ts';
import type { TimeRole } from './lexicon/time-words.ts';
import { roleAt, type Token } from './tokens.ts';

/** A time, a range or an end, as said at one place of the text. */
export interface TimeFound {
  readonly start: ClockSaid | undefined;
  readonly end: ClockSaid | undefined;
  /** "for 30 min". */
  readonly minutes: Minute | undefined;
  /** How likely it is meant as a time: 0 = a number among words, 4 = nothing else. */
  readonly strength: number;
  readonly from: number;
  readonly to: number;
}

const leads: ReadonlySet<TimeRole | undefined> = new Set<TimeRole | undefined>([
  'at',
  'from',
  'between',
  'until',
  'about',
]);

/** "The assembly got moved to 10." */
const moved: ReadonlySet<string> = new Set([
  'moved',
  'pushed',
  'switched',
  'bumped',
  'changed',
  'rescheduled',
  'shifted',
  'it',
]);

/** "Testing thru 11": an end, where no beginning stands before it. */
const through: ReadonlySet<string> = new Set(['thru', 'through']);

const fine: ReadonlySet<string> = new Set(['ok', 'okay', 'good', 'better', 'fine', 'possible', 'alright']);

const isEdge = (token: Token | undefined): boolean => token === undefined || token.is === 'mark';

/** A bare number is an hour by its neighbors only. */
const strengthOf = (
  tokens: readonly Token[],
  clock: ClockSaid,
  isDayWord: (index: number) => boolean,
): number => {
  if (clock.form === 'written') return 4;
  if (isDayWord(clock.from - 1)) return 3;
  // "Make it 2", "2 instead of 1:30".
  if (tokens[clock.to]?.text === 'instead' && tokens[clock.to + 1]?.text === 'of') return 3;
  const made =
    tokens[clock.from - 1]?.text === 'it' &&
    ['make', 'do', 'say'].includes(tokens[clock.from - 2]?.text ?? '');
  if (made || (tokens[clock.to]?.text === 'instead' && clock.form !== 'spelled')) return 3;
  if (tokens[clock.from - 1]?.text === 'meant') return 3;
  // "Is 11 ok?"
  if (tokens[clock.from - 1]?.text === 'is' && fine.has(tokens[clock.to]?.text ?? '')) return 3;
  // "Eleven works", but not "one works alone".
  const isPraised =
    tokens[clock.to]?.text === 'works' ||
    (tokens[clock.to]?.text === 'is' && fine.has(tokens[clock.to + 1]?.text ?? ''));
  if (isPraised && (clock.form !== 'spelled' || clock.hour > 1)) return 3;
  // "1:30 not 1", "9:30 or 11".
  if (['not', 'or'].includes(tokens[clock.from - 1]?.text ?? '') && tokens[clock.from - 2]?.is === 'clock')
    return 3;
  const beforeDay = isDayWord(clock.to) || (roleAt(tokens, clock.to) === 'on' && isDayWord(clock.to + 1));
  if (beforeDay) return 2;
  if (clock.form === 'spelled') return 0;
  if (clock.form === 'digits' && clock.minute % 5 === 0) return 2;
  const opens = ['so', 'but', 'and', 'then'].includes(tokens[clock.from - 1]?.text ?? '');
  const tells = opens && ['is', 'its', 'works'].includes(tokens[clock.to]?.text ?? '');
  return tells || isEdge(tokens[clock.from - 1]) || isEdge(tokens[clock.to]) ? 1 : 0;
};

const joinerAt = (tokens: readonly Token[], at: number, between: boolean): boolean => {
  const role = roleAt(tokens, at);
  return role === 'to' || role === 'until' || (between && role === 'and');
};

/** "It goes to eleven": only after a word for the end is "to" no joiner. */
const isLead = (tokens: readonly Token[], from: number, at: number): boolean =>
  (tokens[at]?.text === 'like' && at > from) ||
  leads.has(roleAt(tokens, at)) ||
  (tokens[at]?.text === 'to' &&
    ((at > from && roleAt(tokens, at - 1) === 'until') || moved.has(tokens[at - 1]?.text ?? ''))) ||
  through.has(tokens[at]?.text ?? '');

const visits: ReadonlySet<string> = new Set(visitNouns);
const isCounted = (tokens: readonly Token[], at: number): boolean => visits.has(tokens[at]?.text ?? '');

/** "K2", "room B4": a number that belongs to the letter it touches. */
const isLabel = (tokens: readonly Token[], at: number): boolean => {
  const [letter, number] = [tokens[at - 1], tokens[at]];
  return letter !== undefined && letter.to === number?.from && /^[a-z]$/u.test(letter.text);
};

/** "For about 20 min". */
const roughly: ReadonlySet<string> = new Set([
  'about',
  'around',
  'like',
  'maybe',
  'roughly',
  'approx',
  'just',
  'only',
]);

/** The time said here; `isDayWord` knows which tokens already name a day. */
export const timeAt = (
  tokens: readonly Token[],
  from: number,
  isDayWord: (index: number) => boolean,
): TimeFound | undefined => {
  let at = from;
  while (isLead(tokens, from, at)) at += 1;
  const first = clockAt(tokens, at);
  if (first === undefined || isDayWord(at) || isLabel(tokens, at)) return undefined;
  if (first.form === 'number' && first.hour === 0) return undefined;
  // "Swing by at 1": no end.
  const begin = tokens[from]?.text === 'by' && roleAt(tokens, from + 1) === 'at' ? from + 1 : from;
  const roles = tokens.slice(begin, at).map((_, index) => roleAt(tokens, begin + index));
  const strength = at > from ? 4 : strengthOf(tokens, first, isDayWord);
  const between = roles.includes('between');
  const found = { start: first, end: undefined, minutes: undefined, strength, from, to: first.to };

  if (joinerAt(tokens, first.to, between)) {
    let next = first.to + 1;
    while (leads.has(roleAt(tokens, next))) next += 1;
    const second = isDayWord(next) ? undefined : clockAt(tokens, next);
    if (second !== undefined) {
      const written = first.form === 'written' || second.form === 'written';
      return { ...found, end: second, strength: written ? 4 : Math.max(strength, 3), to: second.to };
    }
  }
  const isFor = roleAt(tokens, first.to) === 'for';
  // "two 30-minute sessions" counts them.
  const length = isFor ? first.to + (roughly.has(tokens[first.to + 1]?.text ?? '') ? 2 : 1) : first.to;
  const amount = isFor || first.form !== 'spelled' ? amountAt(tokens, length) : undefined;
  // "2 30 min times": so many of that length.
  if (
    amount !== undefined &&
    !isFor &&
    at === from &&
    first.form === 'number' &&
    isCounted(tokens, amount.to)
  )
    return undefined;
  if (amount !== undefined) return { ...found, minutes: amount.minutes, strength: 4, to: amount.to };
  // A lone end: "til 1040", "by 10:30".
  const ends = roles.includes('until') || tokens.slice(from, at).some(({ text }) => through.has(text));
  return ends ? { ...found, start: undefined, end: first } : found;
};
