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

const longDays = dayWords.filter(([word]) => word.length >= 6);

/** Later lines win, so that a day is a day whatever else its word can do. */
const known: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ...timeWords.map(([word, role]) => [word, { is: 'role', role }] as const),
  ...numberWords.map(([word, value]) => [word, { is: 'spelled', value }] as const),
  ...monthWords.map(([word, month]) => [word, { is: 'month', month }] as const),
  ...nearDayWords.map(([word, near]) => [word, { is: 'near', days: near }] as const),
  ...dayWords.map(([word, weekday]) => [word, { is: 'weekday', weekday }] as const),
]);
const plain: Meaning = { is: 'plain' };
const mark: Meaning = { is: 'mark' };

/** Below six letters too many ordinary words are one slip away from a weekday. */
const misspelledDay = (text: string): Weekday | undefined =>
  text.length < 6 || text.length > 11 || !/(?:a|d|y)[a-z]?$/u.test(text)
    ? undefined
    : longDays.find(([word]) => isOneApart(text, word))?.[1];

const wordMeaning = (text: string): Meaning => {
  const meaning = known.get(text);
  if (meaning !== undefined) return meaning;
  const weekday = misspelledDay(text);
  return weekday === undefined ? plain : { is: 'weekday', weekday };
};

const meaningOf = (piece: Piece): Meaning => {
  switch (piece.kind) {
    case 'number':
      return readNumber(piece.text);
    case 'mention':
      return plain;
    case 'word':
      return wordMeaning(piece.text);
    case 'mark':
      return known.get(piece.text) ?? mark;
  }
};

/** Expects a normalized text. */
export const tokenize = (text: string): readonly Token[] =>
  scan(text).map((piece) => ({ text: piece.text, from: piece.from, to: piece.to, ...meaningOf(piece) }));

export const roleAt = (tokens: readonly Token[], at: number): TimeRole | undefined => {
  const token = tokens[at];
  return token?.is === 'role' ? token.role : undefined;
};
