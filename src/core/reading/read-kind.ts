import type { ActivityKind } from '../activity-kind.ts';
import { wordsOfKind } from './lexicon/kind-words.ts';
import { sayingTurns, verbTurns } from './lexicon/turns/kind-turns.ts';
import { wordClasses } from './lexicon/turns/word-classes.ts';
import { normalize } from './normalize.ts';
import { type PhraseMatch, phraseTable, phraseWords } from './phrases.ts';
import type { Piece } from './scan.ts';
import { mendSpelling } from './spelling.ts';
import { turnTable } from './turns.ts';

export interface KindFound {
  readonly kind: ActivityKind;
  /** The words that said so, as typed. */
  readonly matched: string;
}

/** "Short vowel" beside "short vowels": a name of several words may end in either. */
const otherNumber = (phrase: string): string | undefined => {
  if (!/ [a-z]{4,}$/u.test(phrase)) return undefined;
  if (/(?:[^sui]s)$/u.test(phrase)) return phrase.slice(0, -1);
  return /(?:s|ing|y|x|z|sh|ch|ed|er|side|time|work|home|class)$/u.test(phrase) ? undefined : `${phrase}s`;
};

const listed = [...wordsOfKind].flatMap(([kind, phrases]) =>
  phrases.map((phrase) => [phrase, kind] as const),
);
const lines = [
  ...listed.flatMap(([phrase, kind]) => {
    const other = otherNumber(phrase);
    return other === undefined ? [] : [[other, kind] as const];
  }),
  ...listed,
];
const kinds = phraseTable(lines);
const verbs = turnTable(verbTurns, wordClasses);
const sayings = turnTable(sayingTurns, wordClasses);

export interface KindSaid extends PhraseMatch<ActivityKind> {
  /** "not music", "instead of music": named only to say it is not that. */
  readonly denied: boolean;
  /** Where the denying word stands. */
  readonly deniedAt: number;
}

const denials: ReadonlySet<string> = new Set([
  'not',
  'no',
  'isnt',
  'dont',
  'doesnt',
  'arent',
  'wont',
  'didnt',
  'never',
  'scratch',
  'without',
  'minus',
  'forget',
  'nix',
]);
/** May stand between: "we don't have the art". */
const between: ReadonlySet<string> = new Set([
  'a',
  'an',
  'the',
  'any',
  'more',
  'our',
  'have',
  'has',
  'having',
  'do',
  'doing',
  'be',
  'got',
  'in',
  'at',
  'actually',
]);

const meets = (one: { at: number; to: number }, others: readonly { at: number; to: number }[]): boolean =>
  others.some((other) => one.at < other.to && other.at < one.to);

/** A saying outdoes the nouns in it, a noun the verb it belongs to. */
const matchesIn = (words: readonly Piece[]): readonly PhraseMatch<ActivityKind>[] => {
  const said = sayings(words);
  const named = [...said, ...kinds.all(words).filter((noun) => !meets(noun, said))];
  return [...named, ...verbs(words).filter((verb) => !meets(verb, named))].toSorted((a, b) => a.at - b.at);
};

/** Every kind named exactly; typos are guessed only when nothing is. */
export const kindsIn = (words: readonly Piece[]): readonly KindSaid[] =>
  matchesIn(words).map((match) => {
    const instead = words[match.at - 1]?.text === 'of' && words[match.at - 2]?.text === 'instead';
    let before = match.at - 1;
    while (match.at - before <= 3 && between.has(words[before]?.text ?? '')) before -= 1;
    const deniedAt = instead ? match.at - 2 : before;
    return { ...match, deniedAt, denied: instead || denials.has(words[deniedAt]?.text ?? '') };
  });

/** What the class does, by the longest known phrase; of two equally long ones the first. */
export const readKind = (text: string): KindFound | undefined => {
  const plain = normalize(text);
  const words = phraseWords(plain);
  const cut = (at: number, to: number) => plain.slice(words[at]?.from, words[to - 1]?.to);
  const best = (said: readonly Piece[]) =>
    kindsIn(said).toSorted((a, b) => Number(a.denied) - Number(b.denied) || b.to - b.at - (a.to - a.at))[0];
  const found = best(words) ?? best(mendSpelling(words));
  return found && { kind: found.value, matched: cut(found.at, found.to) };
};
