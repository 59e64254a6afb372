/** One word, number, mark or mention of a normalized text. */
export interface Piece {
  readonly kind: 'word' | 'number' | 'mark' | 'mention';
  /** Lower case and without apostrophes, so "Don't" and "dont" are one word; mentions as they are. */
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** Every alternative starts differently or is bounded, so the scan is linear. */
const pieces =
  /<[@#!][^<>\s]{1,80}>|\d{4}-\d{1,2}-\d{1,2}(?!\d)|\d+(?:[:./xhXH]\d+)*\p{L}*|\p{L}[\p{L}\p{M}']*|\S/gu;

const letter = /^\p{L}/u;

/** By the first character: this runs for every word. */
const kindOf = (text: string): Piece['kind'] => {
  const first = text.charCodeAt(0);
  if (first >= 48 && first <= 57) return 'number';
  if ((first >= 97 && first <= 122) || (first >= 65 && first <= 90)) return 'word';
  if (first === 60) return text.length > 1 ? 'mention' : 'mark';
  return first > 127 && letter.test(text) ? 'word' : 'mark';
};

const pieceOf = (raw: string, from: number): Piece => {
  const kind = kindOf(raw);
  const lower = kind === 'mention' ? raw : raw.toLowerCase();
  const text = kind !== 'mention' && raw.includes("'") ? lower.replaceAll("'", '') : lower;
  return { kind, text, from, to: from + raw.length };
};

export const scan = (text: string): readonly Piece[] => {
  const found: Piece[] = [];
  for (const match of text.matchAll(pieces)) found.push(pieceOf(match[0], match.index));
  return found;
};
