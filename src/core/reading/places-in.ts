import { numberWords } from './lexicon/numbers.ts';
import { normalize } from './normalize.ts';
import { phraseWords } from './phrases.ts';

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

/** "The 5th grade", "3rd and 5th graders", "kindergarten": those of these grades that are named. */
export const gradesIn = (text: string, grades: readonly string[]): string[] => {
  const words = wordsOf(text);
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
  const plain = normalize(text);
  const words = phraseWords(plain).filter((word) => word.text !== '.');
  const cut = (at: number, to: number) => plain.slice(words[at]?.from, words[to - 1]?.to);
  return words.flatMap(({ text: word }, at) => {
    const [before, next] = [words[at - 1], words[at + 1]];
    if (kindergartens.has(word)) return [cut(at, at + 1)];
    if (word === 'room' && (next?.kind === 'number' || isCounted(next))) return [cut(at, at + 2)];
    if (gradeWords.has(word) && isCounted(before)) return [cut(at - 1, at + 1)];
    if (gradeWords.has(word) && (isCounted(next) || next?.text === 'k')) return [cut(at, at + 2)];
    const owns = /s$/u.test(next?.text ?? '') && plain.charAt((next?.to ?? 0) - 2) === "'";
    if (titles.has(word) && next && (owns || roomWords.has(words[at + 2]?.text ?? '')))
      return [cut(at, roomWords.has(words[at + 2]?.text ?? '') ? at + 3 : at + 2)];
    return [];
  });
};

const isCounted = (word: { readonly kind: string; readonly text: string } | undefined): boolean =>
  word !== undefined && (word.kind === 'number' || ordinals.includes(word.text) || spelled.has(word.text));
const spelled: ReadonlySet<string> = new Set(numberWords.map(([word]) => word));
