import { type Length, unitWords, vagueCounts } from '../lexicon/units.ts';
import { phraseTable } from '../phrases.ts';
import type { Token } from '../tokens.ts';

export interface LengthFound extends Length {
  readonly to: number;
}

const units = new Map(unitWords);
const vague = phraseTable(vagueCounts);
const between: ReadonlySet<string> = new Set(['-', 'more', 'business', 'school']);
const joiners: ReadonlySet<string> = new Set(['and', ',', '&']);

export const countOpeners: readonly string[] = vague.firsts();

/** "23", "twenty three", "2.5", "a couple of". */
export const countAt = (
  tokens: readonly Token[],
  at: number,
): { readonly value: number; readonly to: number } | undefined => {
  const token = tokens[at];
  if (token?.is === 'number' && token.digits <= 3) return { value: token.value, to: at + 1 };
  if (token?.is === 'decimal') return { value: token.value, to: at + 1 };
  if (token?.is === 'spelled') {
    const ones = tokens[at + 1]?.text === '-' ? tokens[at + 2] : tokens[at + 1];
    if (token.value >= 20 && ones?.is === 'spelled' && ones.value < 10)
      return { value: token.value + ones.value, to: tokens.indexOf(ones) + 1 };
    return { value: token.value, to: at + 1 };
  }
  const said = vague.at(tokens, at);
  return said === undefined ? undefined : { value: said.value, to: said.to };
};

const times = (one: Length, count: number): Length => {
  // Half a day or a week and a half: whole days are enough for anybody, the clock takes what is left of a day.
  const days = one.days * count;
  return {
    months: one.months * count,
    days: Math.floor(days),
    minutes: one.minutes * count + (days % 1) * 1440,
  };
};

const pieceAt = (tokens: readonly Token[], at: number): LengthFound | undefined => {
  const token = tokens[at];
  if (token?.is === 'amount') return { months: 0, days: 0, minutes: token.minutes, to: at + 1 };
  if (token?.is === 'length') return { ...times(token.one, token.count), to: at + 1 };
  const count = countAt(tokens, at);
  if (count === undefined) return undefined;
  const more = halfAt(tokens, count.to);
  const unitAt = between.has(tokens[more.to]?.text ?? '') ? more.to + 1 : more.to;
  const one = units.get(tokens[unitAt]?.text ?? '');
  const half = halfAt(tokens, unitAt + 1);
  return one && { ...times(one, count.value + more.value + half.value), to: half.to };
};

/** "Two and a half hours", "an hour and a half". */
const halfAt = (tokens: readonly Token[], at: number): { readonly value: number; readonly to: number } =>
  ['and', 'a', 'half'].every((word, index) => tokens[at + index]?.text === word)
    ? { value: 0.5, to: at + 3 }
    : { value: 0, to: at };

/** "5 minutes", "1 day 2 hours", "half an hour", "a couple of days", "2hr5min". */
export const lengthAt = (tokens: readonly Token[], from: number): LengthFound | undefined => {
  const first = pieceAt(tokens, from);
  if (first === undefined) return undefined;
  let sum = first;
  for (;;) {
    let next = sum.to;
    while (joiners.has(tokens[next]?.text ?? '')) next += 1;
    const more = pieceAt(tokens, next);
    if (more === undefined) return sum;
    sum = {
      months: sum.months + more.months,
      days: sum.days + more.days,
      minutes: sum.minutes + more.minutes,
      to: more.to,
    };
  }
};
