import { countedThings, countingWords, durationUnits, numberedThings } from './lexicon/numbers.ts';
import { clockOfDigits, type Half } from './number-token.ts';
import { roleAt, type Token } from './tokens.ts';

/** A wall-clock time as said; whether it exists is judged later, so that it can be told. */
export interface ClockSaid {
  readonly hour: number;
  readonly minute: number;
  readonly half: Half | undefined;
  /** How sure it is that this is a time at all: written as one, digits like one, or only a number or word. */
  readonly form: 'written' | 'digits' | 'number' | 'spelled';
  readonly from: number;
  readonly to: number;
}

const numbered = new Set(numberedThings);
const counted = new Set(countedThings);
const counting = new Set(countingWords);
const units = new Map(durationUnits);

const halfAt = (tokens: readonly Token[], at: number): Half | undefined => {
  const role = roleAt(tokens, at);
  return role === 'am' || role === 'pm' ? role : undefined;
};

/** Minutes of a duration: "30 min", "an hour", "half an hour". */
export const amountAt = (
  tokens: readonly Token[],
  from: number,
): { minutes: number; to: number } | undefined => {
  const token = tokens[from];
  if (token?.is === 'amount') return { minutes: token.minutes, to: from + 1 };
  const half = roleAt(tokens, from) === 'half';
  const article = half ? from + 1 : from;
  const at = ['a', 'an'].includes(tokens[article]?.text ?? '') ? article + 1 : article;
  if ((half || at > from) && ['hour', 'hr'].includes(tokens[at]?.text ?? ''))
    return { minutes: half ? 30 : 60, to: at + 1 };
  if (token?.is !== 'number' && token?.is !== 'spelled') return undefined;
  const dash = tokens[from + 1]?.text === '-' ? from + 2 : from + 1;
  const unit = units.get(tokens[dash]?.text ?? '');
  return unit === undefined ? undefined : { minutes: token.value * unit, to: dash + 1 };
};

/** "half past 2", "quarter to eleven", "10 past 9". */
const spokenAt = (tokens: readonly Token[], from: number): ClockSaid | undefined => {
  const first = tokens[from];
  const at = from + 1;
  const direction = roleAt(tokens, at);
  const hour = tokens[at + 1];
  if ((hour?.is !== 'number' && hour?.is !== 'spelled') || hour.value > 24) return undefined;
  const said = (value: number, minute: number): ClockSaid => {
    const half = halfAt(tokens, at + 2);
    return { hour: value, minute, half, form: 'written', from, to: at + (half === undefined ? 2 : 3) };
  };
  const past = direction === 'past' || tokens[at]?.text === 'after';
  if (roleAt(tokens, from) === 'half') return direction === 'past' ? said(hour.value, 30) : undefined;
  if (roleAt(tokens, from) === 'quarter') {
    if (past) return said(hour.value, 15);
    return direction === 'to' || direction === 'until'
      ? said(hour.value === 1 ? 12 : hour.value - 1, 45)
      : undefined;
  }
  const minutes = first?.is === 'number' || first?.is === 'spelled' ? first.value : 60;
  const after = past && first?.is === 'spelled' && hour.is === 'spelled';
  return minutes < 60 && (direction === 'past' || after) ? said(hour.value, minutes) : undefined;
};

/** "ten forty five": the hour is the token before. */
const spelledMinutes = (tokens: readonly Token[], at: number): { minute: number; to: number } => {
  const tens = tokens[at];
  const zero = tens?.text === 'oh' || tens?.text === 'o';
  const after = tokens[at + 1];
  if (zero && after?.is === 'spelled' && after.value < 10) return { minute: after.value, to: at + 2 };
  if (tens?.is !== 'spelled' || tens.value < 10) return { minute: 0, to: at };
  const ones = tokens[at + 1];
  const more = tens.value >= 20 && ones?.is === 'spelled' && ones.value < 10;
  return { minute: tens.value + (more ? ones.value : 0), to: at + (more ? 2 : 1) };
};

/** "8 50": dictation leaves the colon out. */
const minutesApart = (tokens: readonly Token[], from: number): number | undefined => {
  const hour = tokens[from];
  const minute = tokens[from + 1];
  if (hour?.is !== 'number' || hour.value < 1 || hour.value > 12) return undefined;
  if (minute?.is !== 'number' || minute.digits !== 2 || minute.value > 59 || minute.value % 5 !== 0)
    return undefined;
  return belongsElsewhere(tokens, from + 1, from + 2) ? undefined : minute.value;
};

/** "Room 12", but not "every day 9" or "next week 10". */
const isNumbered = (tokens: readonly Token[], at: number): boolean => {
  const noun = tokens[at - 1]?.text === '.' ? at - 2 : at - 1;
  const before = tokens[noun - 1]?.text ?? '';
  // "In the classroom 2-2:40": a range of hours.
  const until = tokens[at + 2];
  if (tokens[at + 1]?.text === '-' && (until?.is === 'clock' || (until?.is === 'number' && until.digits > 2)))
    return false;
  return (
    numbered.has(tokens[noun]?.text ?? '') &&
    !['every', 'each', 'all', 'next', 'this', 'last'].includes(before)
  );
};

/** The number names or counts something instead of an hour. */
const belongsElsewhere = (tokens: readonly Token[], at: number, to: number): boolean =>
  isNumbered(tokens, at) ||
  counting.has(tokens[at - 1]?.text ?? '') ||
  counted.has(tokens[to]?.text ?? '') ||
  amountAt(tokens, at) !== undefined;

/** With what may stand behind it: "ish", "o'clock", "am". */
const finish = (
  tokens: readonly Token[],
  from: number,
  hour: number,
  minute: number,
  half: Half | undefined,
  form: ClockSaid['form'],
  to: number,
): ClockSaid => {
  const dash = tokens[to]?.text === '-' && tokens[to + 1]?.text === 'ish' ? to + 1 : to;
  const oclock = roleAt(tokens, dash) === 'oclock' ? dash + 1 : to;
  const later = halfAt(tokens, oclock);
  const written = later !== undefined || roleAt(tokens, dash) === 'oclock';
  const end = later === undefined ? oclock : oclock + 1;
  return { hour, minute, half: half ?? later, form: written ? 'written' : form, from, to: end };
};

/** The time said exactly here, without the words before it. */
export const clockAt = (tokens: readonly Token[], from: number): ClockSaid | undefined => {
  const spoken = spokenAt(tokens, from);
  if (spoken !== undefined) return spoken;
  const token = tokens[from];
  if (token?.is === 'clock')
    return finish(tokens, from, token.hour, token.minute, token.half, 'written', from + 1);
  if (token?.is === 'role' && token.role === 'noon')
    return finish(tokens, from, 12, 0, 'pm', 'written', from + 1);
  if (token?.is === 'role' && token.role === 'midnight')
    return finish(tokens, from, 12, 0, 'am', 'written', from + 1);
  if (token?.is === 'number') {
    if (belongsElsewhere(tokens, from, from + 1)) return undefined;
    const apart = minutesApart(tokens, from);
    if (apart !== undefined) return finish(tokens, from, token.value, apart, undefined, 'digits', from + 2);
    const { hour, minute } = clockOfDigits(token.value, token.digits);
    return finish(tokens, from, hour, minute, undefined, token.digits > 2 ? 'digits' : 'number', from + 1);
  }
  // "One by one", "two by two".
  const again =
    tokens[from - 2]?.text === token?.text && ['by', 'on', 'at'].includes(tokens[from - 1]?.text ?? '');
  if (token?.is === 'spelled' && token.value <= 12 && !again) {
    const { minute, to } = spelledMinutes(tokens, from + 1);
    if (belongsElsewhere(tokens, from, to) || amountAt(tokens, from + 1) !== undefined) return undefined;
    return finish(tokens, from, token.value, minute, undefined, to > from + 1 ? 'digits' : 'spelled', to);
  }
  return undefined;
};
