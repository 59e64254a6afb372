import { wordsOfKind } from './lexicon/kind-words.ts';
import { notTypos } from './lexicon/not-typos.ts';
import { isOneApart } from './near-words.ts';
import type { Piece } from './scan.ts';

/** Shorter words are one slip away from too many others. */
const TYPO_LENGTH = 6;

const phrases = [...wordsOfKind.values()].flat();
/** Words that every activity's name may hold. */
const targets: ReadonlySet<string> = new Set([
  'morning',
  'meeting',
  ...phrases.filter((phrase) => phrase.length >= TYPO_LENGTH && /^[a-z]+$/u.test(phrase)),
]);
const known: ReadonlySet<string> = new Set([...notTypos, ...phrases.flatMap((phrase) => phrase.split(' '))]);
/** The first letter is seldom the slip; looking only there keeps it quick. */
const byLetter = new Map<string, string[]>();
for (const word of targets) byLetter.set(word.charAt(0), [...(byLetter.get(word.charAt(0)) ?? []), word]);

/** "Starts", "changed": another form of a word, and no slip. */
const isInflected = (word: string, target: string): boolean =>
  (word.startsWith(target) || target.startsWith(word)) &&
  /(?:s|d|y)$/u.test(word.length > target.length ? word : target);

const mended = (word: string): string => {
  if (word.length < TYPO_LENGTH || known.has(word)) return word;
  return (
    byLetter.get(word.charAt(0))?.find((target) => isOneApart(word, target) && !isInflected(word, target)) ??
    word
  );
};

/** The words of activities, slips of the finger mended: "roations", "mornign". */
export const mendSpelling = (words: readonly Piece[]): readonly Piece[] =>
  words.map((word) => {
    // "Patel's" is somebody.
    if (word.kind !== 'word' || word.to - word.from !== word.text.length) return word;
    const text = mended(word.text);
    return text === word.text ? word : { ...word, text };
  });
