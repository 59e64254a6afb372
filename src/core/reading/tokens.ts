import type { Weekday } from '../time.ts';
import { dayWords, nearDayWords } from './lexicon/days.ts';
import { monthWords } from './lexicon/months.ts';
import { numberWords } from './lexicon/numbers.ts';
import { type TimeRole, timeWords } from './lexicon/time-words.ts';
import { isOneApart } from './near-words.ts';
import { type NumberMeaning, readNumber } from './number-token.ts';
import { type Piece, scan } from './scan.ts';

type Meaning =
  | NumberMeaning
  | { readonly is: 'weekday'; readonly weekday: Weekday }
  | { readonly is: 'near'; readonly days: number }
  | { readonly is: 'month'; readonly month: number }
  | { readonly is: 'spelled'; readonly value: number }
  | { readonly is: 'role'; readonly role: TimeRole }
  | { readonly is: 'mark' };

/** A piece of text and what it can mean for time; offsets are those of the normalized text. */
export type Token = Pick<Piece, 'text' | 'from' | 'to'> & Meaning;

const days = new Map(dayWords);
const nearDays = new Map(nearDayWords);
const months = new Map(monthWords);
const numbers = new Map(numberWords);
const roles = new Map(timeWords);
const longDays = dayWords.filter(([word]) => word.length >= 6);

/** Below six letters too many ordinary words are one slip away from a weekday. */
const misspelledDay = (text: string): Weekday | undefined =>
  text.length < 6 ? undefined : longDays.find(([word]) => isOneApart(text, word))?.[1];

const wordMeaning = (text: string): Meaning => {
  const weekday = days.get(text);
  if (weekday !== undefined) return { is: 'weekday', weekday };
  const near = nearDays.get(text);
  if (near !== undefined) return { is: 'near', days: near };
  const month = months.get(text);
  if (month !== undefined) return { is: 'month', month };
  const value = numbers.get(text);
  if (value !== undefined) return { is: 'spelled', value };
  const role = roles.get(text);
  if (role !== undefined) return { is: 'role', role };
  const slip = misspelledDay(text);
  return slip === undefined ? { is: 'plain' } : { is: 'weekday', weekday: slip };
};

const meaningOf = (piece: Piece): Meaning => {
  switch (piece.kind) {
    case 'number':
      return readNumber(piece.text);
    case 'mention':
      return { is: 'plain' };
    case 'word':
      return wordMeaning(piece.text);
    case 'mark': {
      const role = roles.get(piece.text);
      return role === undefined ? { is: 'mark' } : { is: 'role', role };
    }
  }
};

/** Expects a normalized text. */
export const tokenize = (text: string): readonly Token[] =>
  scan(text).map((piece) => ({ text: piece.text, from: piece.from, to: piece.to, ...meaningOf(piece) }));

export const roleAt = (tokens: readonly Token[], at: number): TimeRole | undefined => {
  const token = tokens[at];
  return token?.is === 'role' ? token.role : undefined;
};
