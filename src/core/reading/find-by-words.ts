import { isOneApart } from './near-words.ts';
import { normalize } from './normalize.ts';
import { scan } from './scan.ts';

/** Said before a name or not, and often the wrong one ("Mrs." for "Ms."). */
const skipped: ReadonlySet<string> = new Set(['ms', 'mr', 'mrs', 'miss', 'mx', 'dr', 'the', 'class']);
const roomWords: ReadonlySet<string> = new Set(['rm', 'classroom']);

const wordsOf = (text: string): readonly string[] =>
  scan(normalize(text))
    .filter((piece) => piece.kind !== 'mark')
    .map((piece) => (roomWords.has(piece.text) ? 'room' : piece.text.toLowerCase()));

/** Without titles, unless nothing would be left. */
const coreOf = (words: readonly string[]): readonly string[] => {
  const core = words.filter((word) => !skipped.has(word));
  return core.length === 0 ? words : core;
};

/** A number is right or wrong: "1" must not find Room 12. */
const isNumber = (word: string): boolean => /^\d/u.test(word);
const begins = (said: string, word: string): boolean =>
  said === word || (!isNumber(said) && word.startsWith(said));
const resembles = (said: string, word: string): boolean =>
  begins(said, word) || (said.length >= 4 && !isNumber(said) && isOneApart(said, word));

type Likeness = (said: readonly string[], name: readonly string[]) => boolean;

const likenesses: readonly Likeness[] = [
  (said, name) => said.length === name.length && said.every((word, at) => word === name[at]),
  (said, name) => said.length <= name.length && said.every((word, at) => begins(word, name[at] ?? '')),
  (said, name) => said.every((word) => name.some((one) => begins(word, one))),
  (said, name) => said.every((word) => name.some((one) => resembles(word, one))),
];

/** The things somebody means by these words: the closest likeness that finds any; several when in doubt. */
export const findByWords = <T>(
  words: string,
  things: readonly { readonly value: T; readonly names: readonly string[] }[],
): T[] => {
  const full = wordsOf(words);
  if (full.length === 0) return [];
  const named = things.map(({ value, names }) => ({ value, names: names.map(wordsOf) }));
  const find = (
    said: readonly string[],
    likeness: Likeness,
    shape: (name: readonly string[]) => readonly string[],
  ) => named.filter(({ names }) => names.some((name) => name.length > 0 && likeness(said, shape(name))));
  for (const likeness of likenesses) {
    const whole = find(full, likeness, (name) => name);
    const found = whole.length > 0 ? whole : find(coreOf(full), likeness, coreOf);
    if (found.length > 0) return found.map(({ value }) => value);
  }
  return [];
};
