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
  /<[@#!][^<>\s]{1,80}>|\d{4}-\d{1,2}-\d{1,2}(?!\d)|\d+(?:[:./xh]\d+)*\p{L}*|\p{L}[\p{L}\p{M}']*|\S/giu;

const kindOf = (text: string): Piece['kind'] => {
  if (/^<[@#!]./u.test(text)) return 'mention';
  if (/^\d/u.test(text)) return 'number';
  return /^\p{L}/u.test(text) ? 'word' : 'mark';
};

export const scan = (text: string): readonly Piece[] =>
  Array.from(text.matchAll(pieces), (match) => {
    const raw = match[0];
    const kind = kindOf(raw);
    const from = match.index;
    return {
      kind,
      text: kind === 'mention' ? raw : raw.toLowerCase().replaceAll("'", ''),
      from,
      to: from + raw.length,
    };
  });
