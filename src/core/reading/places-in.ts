import { numberWords } from './lexicon/numbers.ts';
import { normalize } from './normalize.ts';
import { phraseWords } from './phrases.ts';
import type { Piece } from './scan.ts';

const wordsOf = (text: string): string[] =>
  phraseWords(normalize(text)).map(({ text: word }) => (word === 'rm' ? 'room' : word.toLowerCase()));

const holds = (words: readonly string[], name: readonly string[]): boolean =>
  name.length > 0 && words.some((_, at) => name.every((word, index) => words[at + index] === word));

/** The things whose whole name stands somewhere in the text. */
export const namedIn = <T>(
  text: string,
  things: readonly { readonly value: T; readonly name: string }[],
): T[] => {
  const words = wordsOf(text);
  return things.filter(({ name }) => holds(words, wordsOf(name))).map(({ value }) => value);
};

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth'];
const suffixes: Readonly<Record<string, string>> = { '1': 'st', '2': 'nd', '3': 'rd' };
const gradeWords: ReadonlySet<string> = new Set(['grade', 'grades', 'grader', 'graders']);

/** How people say a grade that the school lists as "5", "5th" or "K"; the numbers only beside the word itself. */
const waysToSay = (grade: string): { readonly alone: string[]; readonly besideGrade: string[] } => {
  const plain = grade.toLowerCase();
  if (/^k/u.test(plain)) return { alone: ['kindergarten', 'kinder'], besideGrade: ['k'] };
  const number = /^\d+/u.exec(plain)?.[0];
  if (number === undefined) return { alone: [plain], besideGrade: [] };
  const ordinal = ordinals[Number(number) - 1];
  return {
    alone: [],
    besideGrade: [number, `${number}${suffixes[number] ?? 'th'}`, ...(ordinal ? [ordinal] : [])],
  };
};

const clockRange =
  /(\bgrades? )?\b(\d{1,2})(?::\d\d)? ?(?:-|to|til|until) ?(\d{1,2})(?::\d\d)?(?: ?[ap]m)?\b/giu;
const clock = /\b(?:at|after|before|from|until|til|by) \d{1,2}(?::\d\d)?\b/giu;

/** "5th grade assembly 1-2" is about no first grade; "grades 3-5" are three of them. */
const withoutHours = (text: string): string =>
  normalize(text)
    .replace(clockRange, (_, lead: string | undefined, from: string, to: string) => {
      const between = Array.from(
        { length: Math.max(0, Number(to) - Number(from) + 1) },
        (_, at) => Number(from) + at,
      );
      return lead === undefined ? ' ' : `${lead}${between.join(' ')}`;
    })
    .replace(clock, ' ');

/** "The 5th grade", "3rd and 5th graders", "kindergarten": those of these grades that are named. */
export const gradesIn = (text: string, grades: readonly string[]): string[] => {
  const words = wordsOf(withoutHours(text));
  const at = words.findIndex((word) => gradeWords.has(word));
  // "Grade 5 and 6" or "3rd and 5th grade": the numbers stand next to the word.
  const beside = at < 0 ? [] : words.slice(Math.max(0, at - REACH), at + REACH + 1);
  return grades.filter((grade) => {
    const { alone, besideGrade } = waysToSay(grade);
    return alone.some((way) => words.includes(way)) || besideGrade.some((way) => beside.includes(way));
  });
};

/** In words: "3rd, 4th and 5th grade". */
const REACH = 4;

const titles: ReadonlySet<string> = new Set(['ms', 'mr', 'mrs', 'miss', 'mx', 'dr']);
const roomWords: ReadonlySet<string> = new Set(['class', 'classroom', 'room', 'kids', 'students']);
const kindergartens: ReadonlySet<string> = new Set(['kindergarten', 'kinder', 'kindergartners']);

/** "Room 99", "grade 7", "4th graders", "Mr. Hall's class": whatever sounds like a place, as it was typed. */
export const placesSaid = (text: string): string[] => {
  const plain = withoutHours(text);
  const words = phraseWords(plain).filter((word) => word.text !== '.');
  const cut = (at: number, to: number) => plain.slice(words[at]?.from, words[to - 1]?.to);
  return words.flatMap(({ text: word }, at) => {
    const [before, next] = [words[at - 1], words[at + 1]];
    if (kindergartens.has(word)) return [cut(at, at + 1)];
    if ((word === 'room' || word === 'rooms') && isCounted(next)) return [cut(at, at + 2)];
    if (gradeWords.has(word) && isOrdinal(before)) return [cut(at - 1, at + 1)];
    if (gradeWords.has(word) && (isCounted(next) || next?.text === 'k')) return [cut(at, at + 2)];
    const owns = /s$/u.test(next?.text ?? '') && plain.charAt((next?.to ?? 0) - 2) === "'";
    if (titles.has(word) && next && (owns || roomWords.has(words[at + 2]?.text ?? '')))
      return [cut(at, roomWords.has(words[at + 2]?.text ?? '') ? at + 3 : at + 2)];
    return [];
  });
};

const isOrdinal = (word: Piece | undefined): boolean =>
  word !== undefined && (ordinals.includes(word.text) || /^\d{1,2}(?:st|nd|rd|th)$/u.test(word.text));
const isCounted = (word: Piece | undefined): boolean =>
  word !== undefined && (word.kind === 'number' || ordinals.includes(word.text) || spelled.has(word.text));
const spelled: ReadonlySet<string> = new Set(numberWords.map(([word]) => word));
