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

/** The words of a phrase in a list; nearly all are plain, and there are thousands to read at every start. */
export const wordsOfPhrase = (phrase: string): readonly string[] =>
  /^[a-z ]+$/u.test(phrase) ? phrase.split(' ').map(asWritten) : phraseWords(phrase).map(({ text }) => text);

/** A phrase as a match gives it. */
export const phraseOf = (words: readonly Worded[]): string => words.map(({ text }) => text).join(' ');

/** The words that can follow, and what is said when none does. */
interface Node<T> {
  next: Map<string, Node<T>> | undefined;
  said: { readonly value: T; readonly phrase: string } | undefined;
}

const emptyNode = <T>(): Node<T> => ({ next: undefined, said: undefined });

const nodeAfter = <T>(node: Node<T>, word: string): Node<T> => {
  node.next ??= new Map();
  const known = node.next.get(word);
  if (known !== undefined) return known;
  const next = emptyNode<T>();
  node.next.set(word, next);
  // "Pls" goes where "please" goes.
  for (const short of inHaste.get(word) ?? []) node.next.set(short, next);
  return next;
};

type Line<T> = readonly [phrase: string, value: T];

const firstOf = (phrase: string): string => {
  const plain = /^[a-z]+(?= |$)/u.exec(phrase)?.[0];
  return plain === undefined ? (wordsOfPhrase(phrase)[0] ?? '') : asWritten(plain);
};

const byFirstWord = <T>(lines: readonly Line<T>[]): ReadonlyMap<string, readonly Line<T>[]> => {
  const of = new Map<string, Line<T>[]>();
  for (const line of lines) {
    const first = firstOf(line[0]);
    const alike = of.get(first) ?? [];
    alike.push(line);
    if (alike.length === 1) for (const word of [first, ...(inHaste.get(first) ?? [])]) of.set(word, alike);
  }
  return of;
};

const grow = <T>(lines: readonly Line<T>[]): Node<T> => {
  const root = emptyNode<T>();
  for (const [phrase, value] of lines) {
    const words = wordsOfPhrase(phrase);
    const last = words.slice(1).reduce(nodeAfter, root);
    last.said = { value, phrase: words.join(' ') };
  }
  return root;
};

/** Thousands of phrases are listed at every start and few are met: those that begin alike are laid out when one is. */
export const phraseTable = <T>(lines: readonly Line<T>[]): PhraseTable<T> => {
  const listed = byFirstWord(lines);
  const grown = new Map<string, Node<T>>();
  const beginning = (first: string): Node<T> | undefined => {
    const known = grown.get(first);
    if (known !== undefined) return known;
    const alike = listed.get(first);
    if (alike === undefined) return undefined;
    const root = grow(alike);
    grown.set(first, root);
    return root;
  };
  const at: PhraseTable<T>['at'] = (words, start) => {
    let longest: PhraseMatch<T> | undefined;
    let node = beginning(words[start]?.text ?? '');
    for (let to = start + 1; node !== undefined; to += 1) {
      if (node.said !== undefined) longest = { ...node.said, at: start, to };
      node = node.next?.get(words[to]?.text ?? '');
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
    firsts: () => [...listed.keys()],
    begins: ({ text }) => listed.has(text),
  };
};
