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
  /** The words that phrases start with. */
  readonly firsts: () => readonly string[];
  /** Whether any phrase starts with this word. */
  readonly begins: (word: Worded) => boolean;
}

const written = new Map(shortWords);
const asWritten = (word: string): string => written.get(word) ?? word;
const inHaste = new Map<string, string[]>();
for (const [short, word] of shortWords) inHaste.set(word, [...(inHaste.get(word) ?? []), short]);

/** Words for phrase matching: a hyphen is only a kind of space ("read-aloud", "push-in"), "pls" is "please". */
export const phraseWords = (text: string): readonly Piece[] =>
  scan(text)
    .filter((piece) => piece.text !== '-')
    .map((piece) => (written.has(piece.text) ? { ...piece, text: asWritten(piece.text) } : piece));

/** A phrase as a match gives it. */
export const phraseOf = (words: readonly Worded[]): string => words.map(({ text }) => text).join(' ');

/** The words that can follow, and what is said when none does. */
interface Node<T> {
  readonly next: Map<string, Node<T>>;
  said: { readonly value: T; readonly phrase: string } | undefined;
}

const emptyNode = <T>(): Node<T> => ({ next: new Map(), said: undefined });

export const phraseTable = <T>(lines: readonly (readonly [phrase: string, value: T])[]): PhraseTable<T> => {
  const root = emptyNode<T>();
  for (const [phrase, value] of lines) {
    const words = phraseWords(phrase);
    let node = root;
    for (const { text } of words) {
      let next = node.next.get(text);
      if (next === undefined) {
        next = emptyNode<T>();
        node.next.set(text, next);
        // "Pls" goes where "please" goes.
        for (const short of inHaste.get(text) ?? []) node.next.set(short, next);
      }
      node = next;
    }
    node.said = { value, phrase: phraseOf(words) };
  }
  const at: PhraseTable<T>['at'] = (words, start) => {
    let longest: PhraseMatch<T> | undefined;
    let node: Node<T> | undefined = root;
    for (let to = start; to < words.length; ) {
      node = node.next.get(words[to]?.text ?? '');
      if (node === undefined) break;
      to += 1;
      if (node.said !== undefined) longest = { ...node.said, at: start, to };
    }
    return longest;
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
  return {
    at,
    all,
    firsts: () => [...root.next.keys()],
    begins: ({ text }) => root.next.has(text),
  };
};
