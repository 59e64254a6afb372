import { type PhraseMatch, wordsOfPhrase } from './phrases.ts';
import type { Piece } from './scan.ts';

interface Slot {
  readonly words: ReadonlySet<string> | 'any';
  readonly optional: boolean;
}

interface Turn<T> {
  readonly value: T;
  readonly phrase: string;
  readonly slots: readonly Slot[];
}

export type WordClasses = Readonly<Record<string, readonly string[]>>;

const GAP = 3;
const anyWord: Slot = { words: 'any', optional: true };

const asHeard = (word: string): string => wordsOfPhrase(word)[0] ?? word;

const slotsOf = (pattern: string, classes: WordClasses): readonly Slot[] =>
  pattern.split(' ').flatMap((part): readonly Slot[] => {
    if (part === '...') return Array.from({ length: GAP }, () => anyWord);
    const optional = part.endsWith('?');
    const words = (optional ? part.slice(0, -1) : part).split('|').flatMap((word) => {
      const named = word.startsWith('{') ? classes[word.slice(1, -1)] : [word];
      if (named === undefined) throw new Error(`no class of words is called ${word}`);
      return named;
    });
    return [{ words: new Set(words.map(asHeard)), optional }];
  });

const fits = (slot: Slot, word: Piece): boolean =>
  slot.words === 'any' ? word.kind !== 'mark' : slot.words.has(word.text);

/** Where the turn ends that begins here; as long as it can be. */
const endOf = (slots: readonly Slot[], words: readonly Piece[], slot: number, at: number): number => {
  const next = slots[slot];
  if (next === undefined) return at;
  const word = words[at];
  const taken = word !== undefined && fits(next, word) ? endOf(slots, words, slot + 1, at + 1) : -1;
  return taken >= 0 || !next.optional ? taken : endOf(slots, words, slot + 1, at);
};

/**
 * Turns of phrase: words in order, each out of a class. "you {may} {softly}? {visit}" is "you may certainly sit with us"
 * and hundreds more. A word with "?" may be missing, "a|b" is either, "..." stands for up to three words. A table gives
 * every turn in a text, none overlapping, the longest at each place.
 */
export const turnTable = <T>(
  lines: readonly (readonly [pattern: string, value: T])[],
  classes: WordClasses,
): ((words: readonly Piece[]) => readonly PhraseMatch<T>[]) => {
  const byFirst = new Map<string, Turn<T>[]>();
  for (const [phrase, value] of lines) {
    const slots = slotsOf(phrase, classes);
    for (const [at, { words, optional }] of slots.entries()) {
      if (words === 'any') throw new Error(`“${phrase}” begins with any word`);
      for (const word of words) {
        const turn = { value, phrase, slots: slots.slice(at) };
        const others = byFirst.get(word);
        if (others === undefined) byFirst.set(word, [turn]);
        else others.push(turn);
      }
      if (!optional) break;
    }
  }
  return (words) => {
    const found: PhraseMatch<T>[] = [];
    for (let at = 0; at < words.length; ) {
      let longest: PhraseMatch<T> | undefined;
      for (const { slots, value, phrase } of byFirst.get(words[at]?.text ?? '') ?? []) {
        const to = endOf(slots, words, 0, at);
        if (to > (longest?.to ?? at)) longest = { value, phrase, at, to };
      }
      if (longest !== undefined) found.push(longest);
      at = longest?.to ?? at + 1;
    }
    return found;
  };
};
