import { labelFrame } from './lexicon/routine-words.ts';
import type { RoutinePiece } from './routine-pieces.ts';
import type { Token } from './tokens.ts';
import { withoutRanges } from './without-ranges.ts';

const frame = new Set(labelFrame);

/** What a piece calls its activity: its words without days, times and the small words around them. */
export const labelOf = (plain: string, tokens: readonly Token[], piece: RoutinePiece): string => {
  const inside = tokens.slice(piece.from, piece.to);
  const begin = inside[0]?.from ?? 0;
  const end = inside.at(-1)?.to ?? begin;
  const places = [...piece.days, ...piece.times].map(({ from, to }) => ({
    from: (tokens[from]?.from ?? begin) - begin,
    to: (tokens[to - 1]?.to ?? begin) - begin,
  }));
  const words = withoutRanges(plain.slice(begin, end), places)
    .split(' ')
    .map((word) => word.replace(/^[,:.!?(-]|[,:.!?)-]$/gu, ''))
    .filter((word) => word !== '');
  while (frame.has(words[0]?.toLowerCase() ?? '')) words.shift();
  while (frame.has(words.at(-1)?.toLowerCase() ?? '')) words.pop();
  const label = words.join(' ');
  return label.charAt(0).toUpperCase() + label.slice(1);
};
