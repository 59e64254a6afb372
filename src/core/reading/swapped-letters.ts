import { commonWords, ownSwaps } from './lexicon/common-words.ts';

const known: ReadonlySet<string> = new Set([...commonWords, ...ownSwaps]);

const swapsOf = (word: string): readonly string[] =>
  Array.from(word).flatMap((letter, at) => {
    const next = word[at + 1];
    const swapped = `${word.slice(0, at)}${next}${letter}${word.slice(at + 2)}`;
    return next === undefined || known.has(swapped) ? [] : [swapped];
  });

const meant: ReadonlyMap<string, string> = new Map(
  commonWords.flatMap((word) => swapsOf(word).map((swapped) => [swapped, word] as const)),
);

/** "Get bakc to you", "wiht": the common word that was meant, as long as the one that was typed. */
export const withoutSwaps = (text: string): string =>
  text.replace(/(?<![\p{L}'])[a-z]{3,9}(?![\p{L}'])/giu, (word) => meant.get(word.toLowerCase()) ?? word);
