import { shortWords } from './lexicon/short-words.ts';
import { type Piece, scan } from './scan.ts';

type Worded = Pick<Piece, 'text'>;

export interface PhraseMatch<T> {
  readonly value: T;
  readonly phrase: string;
  /** Index of the first piece, and of the one after the last. */
  readonly at: number;
  readonly to: number;
}

export interface PhraseTable<T> {
  /** The longest phrase starting exactly here. */
  readonly at: (words: readonly Worded[], at: number) => PhraseMatch<T> | undefined;
  /** Every phrase, none overlapping, longest first at each place. */
  readonly all: (words: readonly Worded[]) => readonly PhraseMatch<T>[];
}

const written = new Map(shortWords);

/** Words for phrase matching: a hyphen is only a kind of space ("read-aloud", "push-in"), "pls" is "please". */
export const phraseWords = (text: string): readonly Piece[] =>
  scan(text)
    .filter((piece) => piece.text !== '-')
    .map((piece) => {
      const word = written.get(piece.text);
      return word === undefined ? piece : { ...piece, text: word };
    });

export const phraseTable = <T>(lines: readonly (readonly [phrase: string, value: T])[]): PhraseTable<T> => {
  const values = new Map<string, T>();
  /** By first word, so that most words of a text are passed over at once. */
  const longestFrom = new Map<string, number>();
  for (const [phrase, value] of lines) {
    const words = phraseWords(phrase).map((word) => word.text);
    const [first = ''] = words;
    longestFrom.set(first, Math.max(longestFrom.get(first) ?? 0, words.length));
    values.set(words.join(' '), value);
  }
  const at: PhraseTable<T>['at'] = (words, start) => {
    const first = words[start]?.text ?? '';
    const longest = longestFrom.get(written.get(first) ?? first) ?? 0;
    for (let length = Math.min(longest, words.length - start); length > 0; length -= 1) {
      const phrase = words
        .slice(start, start + length)
        .map((word) => written.get(word.text) ?? word.text)
        .join(' ');
      const value = values.get(phrase);
      if (value !== undefined) return { value, phrase, at: start, to: start + length };
    }
    return undefined;
  };
  const all: PhraseTable<T>['all'] = (words) => {
    const found: PhraseMatch<T>[] = [];
    for (let start = 0; start < words.length; ) {
      const match = at(words, start);
      if (match !== undefined) found.push(match);
      start = match?.to ?? start + 1;
    }
    return found;
  };
  return { at, all };
};
