import { harmlessTurns } from './lexicon/turns/harmless-turns.ts';
import { welcomeTurns } from './lexicon/turns/welcome-turns.ts';
import { wordClasses } from './lexicon/turns/word-classes.ts';
import { type WelcomeWord, welcomeWords } from './lexicon/welcome-words.ts';
import { type PhraseMatch, phraseTable } from './phrases.ts';
import { longest } from './phrases-and-turns.ts';
import type { Piece } from './scan.ts';
import { turnTable } from './turns.ts';

export const welcomePhrases = phraseTable<WelcomeWord>(welcomeWords);
const turns = turnTable<WelcomeWord>(
  [...welcomeTurns, ...harmlessTurns.map((turn) => [turn, 'nothing'] as const)],
  wordClasses,
);

/** Everything these words say of a visit. */
export const welcomesIn = (words: readonly Piece[]): readonly PhraseMatch<WelcomeWord>[] =>
  longest(welcomePhrases.all(words), turns(words));
