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

/** How people say the grades of a school that lists them as "5", "5th" or "K". */
const waysToSay = (grade: string): string[] => {
  const plain = grade.toLowerCase();
  if (/^k/u.test(plain)) return ['kindergarten', 'kinder', plain];
  const number = /^\d+/u.exec(plain)?.[0];
  if (number === undefined) return [plain];
  const ordinal = ordinals[Number(number) - 1];
  const nth = `${number}${suffixes[number] ?? 'th'}`;
  return [`${nth} grade`, `${nth} graders`, `grade ${number}`, ...(ordinal ? [`${ordinal} grade`] : [])];
};

/** "The 5th grade", "kindergarten": the one grade of these that is named. */
export const gradeIn = (text: string, grades: readonly string[]): string | undefined => {
  const words = wordsOf(text);
  const found = grades.filter((grade) => waysToSay(grade).some((way) => holds(words, way.split(' '))));
  return found.length === 1 ? found[0] : undefined;
};
