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
