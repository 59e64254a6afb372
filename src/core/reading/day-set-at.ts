import type { Weekday } from '../time.ts';
import { dayLetters, daySetWords, dayWords } from './lexicon/days.ts';
import { phraseTable } from './phrases.ts';
import type { Token } from './tokens.ts';

export interface DaySet {
  readonly weekdays: readonly Weekday[];
  readonly from: number;
  readonly to: number;
}

const sets = phraseTable(daySetWords);
const days = new Map(dayWords);
const letters = new Map(dayLetters);
const joiners: ReadonlySet<string> = new Set([',', '/', '&', '+', 'and', 'or']);
const through: ReadonlySet<string> = new Set(['-', 'to', 'thru', 'through', 'until', 'til']);

const dayAt = (tokens: readonly Token[], at: number, letter: boolean): Weekday | undefined => {
  const token = tokens[at];
  if (token?.is === 'weekday') return token.weekday;
  return days.get(token?.text ?? '') ?? (letter ? letters.get(token?.text ?? '') : undefined);
};

const isJoined = (tokens: readonly Token[], at: number): boolean =>
  ['/', '-'].includes(tokens[at + 1]?.text ?? '') && dayAt(tokens, at + 2, true) !== undefined;

const range = (first: Weekday, last: Weekday): Weekday[] => {
  const all: Weekday[] = [1, 2, 3, 4, 5, 6, 7];
  return first <= last ? all.slice(first - 1, last) : [first, last];
};

/** Words a set of days begins with, beside the days themselves. */
export const daySetOpeners: readonly string[] = [...sets.firsts(), ...letters.keys(), 'each'];

/** "Not Wed, Thursday", "can't Mon, Tues or Wed?". */
const isTurnedDown = (tokens: readonly Token[], from: number, next: number): boolean => {
  const before = tokens[from - 1]?.text ?? '';
  const asks = tokens.slice(next, next + 6).some(({ text }) => text === '?');
  return before === 'not' || (asks && (before === 'cant' || before === 'cannot'));
};

/** The weekdays named exactly here: "Tue and Thu", "Mon-Thu", "T/Th", "MWF", "every day". */
export const daySetAt = (tokens: readonly Token[], from: number): DaySet | undefined => {
  const set = sets.at(tokens, from);
  if (set !== undefined) return { weekdays: set.value, from, to: set.to };
  let at = ['on', 'every', 'each'].includes(tokens[from]?.text ?? '') ? from + 1 : from;
  const first = dayAt(tokens, at, isJoined(tokens, at));
  if (first === undefined) return undefined;
  const weekdays = new Set<Weekday>([first]);
  at += 1;
  for (let last = first; ; ) {
    // "Mon, Tue, and Thu" has two joiners in a row.
    const mark = tokens[at]?.text ?? '';
    const next = mark === ',' && tokens[at + 1]?.text === 'and' ? at + 2 : at + 1;
    const day = dayAt(tokens, next, mark === '/' || mark === '-');
    // "Not Wed, Thursday": another day instead, and no second one.
    const instead = mark === ',' && next === at + 1 && isTurnedDown(tokens, from, next);
    if (day === undefined || instead || !(joiners.has(mark) || through.has(mark))) break;
    for (const one of through.has(mark) ? range(last, day) : [day]) weekdays.add(one);
    last = day;
    at = next + 1;
  }
  return { weekdays: [...weekdays].toSorted((a, b) => a - b), from, to: at };
};
